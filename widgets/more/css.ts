/** The styles of the first tap's followers. */
export const css = `
.progress{inset:0 0 auto;width:100%;height:3px;border:0;position:absolute;appearance:none;background:var(--_cell);color:var(--_accent)}
.progress::-webkit-progress-bar{background:var(--_cell)}
.progress::-webkit-progress-value{background:var(--_accent)}
.progress::-moz-progress-bar{background:var(--_accent)}
.scale.faces,.scale.stars{margin-inline:-4px}
svg{width:20px;fill:none;stroke-width:1.75;stroke:currentColor;stroke-linecap:round;stroke-linejoin:round}
.faces span,.stars span{height:52px;background:0 0;color:var(--_muted)}
.faces svg,.stars svg{width:36px;stroke-width:1.5}
.named span{height:auto;min-height:76px;padding:8px 2px;gap:6px;align-content:start;font-weight:400}
.named small{color:inherit;font-size:11px;line-height:1.25;text-align:center;-webkit-hyphens:auto;hyphens:auto}
.scale.stars input:checked+span{background:0 0;color:var(--_star)}
.card{--_star:#9a6700;--_error:#b3261e}
@supports(color:light-dark(red,red)){.card{--_star:light-dark(#9a6700,#ffc53d);--_error:light-dark(#b3261e,#ff9d92)}}
.stars .on{--_fill:currentColor;color:var(--_star)}
.stars svg{fill:var(--_fill,none)}
@media(hover:hover){.stars label:hover span{background:0 0}
.stars:hover label span{--_fill:currentColor;color:var(--_star)}
.stars label:hover~label span{--_fill:none;color:var(--_muted)}}
.thumbs span{display:flex;gap:8px;justify-content:center;height:48px;align-items:center}
.field{display:block;width:100%;margin:14px 0 0;padding:10px 12px;border:1px solid var(--_field);border-radius:calc(var(--_radius)*.625);background:0 0;color:inherit;font:16px/1.45 var(--_font);appearance:none}
textarea.field{min-height:92px;max-height:220px;resize:none;field-sizing:content}
::placeholder{color:var(--_muted);opacity:1}
.field:focus-visible{outline-offset:-1px}
[aria-invalid=true]{--_ring:var(--_error);border-color:var(--_error)}
.error{margin-top:8px;color:var(--_error);font-size:13px}
.left{margin-top:6px;color:var(--_muted);font-size:12px;text-align:end}
.actions{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:8px;margin-top:16px}
.back{margin-inline:-14px auto}
.go{min-height:36px;display:inline-block;padding:6px 18px;border:1px solid transparent;border-radius:calc(var(--_radius)*.625);background:var(--_accent);font:600 14px/1.6 var(--_font);text-decoration:none;color:var(--_on)}
.thanks{display:grid;justify-items:center;padding:30px 40px 32px;text-align:center}
.tick{order:-1;width:44px;border-radius:50%;margin-bottom:14px;padding:8px;background:var(--_accent);color:var(--_on)}
.thanks .go{margin-top:18px}
.thanks .back{margin:0}
@media(hover:hover){.go:hover{background:color-mix(in srgb,var(--_accent) 88%,var(--_ink));color:var(--_on)}}
@media(pointer:coarse){.go{min-height:44px;line-height:30px}}
@media(max-width:479.98px){.thanks{padding:26px 24px 28px}}
@media(prefers-reduced-motion:no-preference){.progress::-webkit-progress-value{transition:inline-size .18s}}
@media(forced-colors:active){.back{margin-inline:0 auto}
.tick,.progress{forced-color-adjust:none;background:Canvas;border:1px solid;color:CanvasText}
.stars .on{color:Highlight}
.go{border-color:LinkText}}`
