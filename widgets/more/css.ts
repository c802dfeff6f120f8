/** The styles of the first tap's followers. */
export const css = `
.progress{position:absolute;inset:0 0 auto;width:100%;height:3px;border:0;appearance:none;background:var(--cell);color:var(--accent)}
.progress::-webkit-progress-bar{background:var(--cell)}
.progress::-webkit-progress-value{background:var(--accent)}
.progress::-moz-progress-bar{background:var(--accent)}
.scale.faces,.scale.stars{margin-inline:-4px}
.faces span,.stars span{height:52px;background:0 0;color:var(--muted)}
.faces svg,.stars svg{width:36px;stroke-width:1.5}
.named span{height:auto;min-height:76px;padding:8px 2px;gap:6px;align-content:start;font-weight:400}
.named small{color:inherit;font-size:11px;line-height:1.25;text-align:center;overflow-wrap:anywhere}
.scale.stars input:checked+span{background:0 0;color:var(--star)}
.card{--star:#9a6700}
@supports(color:light-dark(red,red)){.card{--star:light-dark(#9a6700,#ffc53d)}}
.stars .on{--fill:currentColor;color:var(--star)}
.stars svg{fill:var(--fill,none)}
@media(hover:hover){.stars label:hover span{background:0 0}
.stars:hover label span{--fill:currentColor;color:var(--star)}
.stars label:hover~label span{--fill:none;color:var(--muted)}}
.thumbs span{display:flex;justify-content:center;align-items:center;gap:8px;height:48px}
.field{display:block;width:100%;margin:14px 0 0;padding:10px 12px;border:1px solid var(--field);border-radius:calc(var(--radius)*.625);background:0 0;color:inherit;font:16px/1.45 var(--font);appearance:none}
textarea.field{min-height:92px;max-height:220px;resize:none;field-sizing:content}
::placeholder{color:var(--muted);opacity:1}
.field:focus-visible{outline-offset:-1px}
[aria-invalid=true]{--ring:var(--error);border-color:var(--error)}
.error{margin-top:8px;color:var(--error);font-size:13px}
.left{margin-top:6px;color:var(--muted);font-size:12px;text-align:end;font-variant-numeric:tabular-nums}
.actions{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:8px;margin-top:16px}
.back{margin-inline:-14px auto}
.go{display:inline-block;min-height:36px;padding:6px 18px;border:1px solid transparent;border-radius:calc(var(--radius)*.625);background:var(--accent);color:var(--on-accent);font:600 14px/1.6 var(--font);text-decoration:none}
.thanks{display:grid;justify-items:center;padding:30px 40px 32px;text-align:center}
.tick{order:-1;width:44px;margin-bottom:14px;padding:8px;border-radius:50%;background:var(--accent);color:var(--on-accent);stroke-width:2}
.thanks .go{margin-top:18px}
.thanks .back{margin:0}
@media(hover:hover){.go:hover{background:color-mix(in srgb,var(--accent) 88%,var(--ink));color:var(--on-accent)}}
@media(pointer:coarse){.go{min-height:44px;line-height:30px}}
@media(max-width:479.98px){.thanks{padding:26px 24px 28px}}
@media(forced-colors:active){.back{margin-inline:0 auto}
.tick,.progress{forced-color-adjust:none;background:Canvas;color:CanvasText;border:1px solid}
.stars .on{color:Highlight}
.go{border-color:LinkText}}
@media(prefers-reduced-motion:no-preference){.progress::-webkit-progress-value{transition:inline-size .18s}}`
