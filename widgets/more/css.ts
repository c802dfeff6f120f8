/** The styles of the first tap's followers. */
export const css = `
.progress{inset:0 0 auto;position:absolute;height:3px;border:0;width:100%;appearance:none;background:var(--_cell);color:var(--_accent)}
.progress::-webkit-progress-bar{background:var(--_cell)}
.progress::-webkit-progress-value{background:var(--_accent)}
.progress::-moz-progress-bar{background:var(--_accent)}
.scale.faces,.scale.stars{margin-inline:-4px}
svg{width:20px;stroke-width:1.75;stroke-linecap:round;fill:none;stroke:currentColor;stroke-linejoin:round}
.faces span,.stars span{height:52px;background:0 0;color:var(--_muted)}
.faces svg,.stars svg{width:36px;stroke-width:1.5}
.named span{height:auto;min-height:76px;padding:8px 2px;gap:6px;align-content:start;font-weight:400}
textarea.field{resize:none;max-height:220px;min-height:92px;field-sizing:content}
.named small{hyphens:auto;color:inherit;font-size:11px;text-align:center;line-height:1.25;-webkit-hyphens:auto}
@media(prefers-reduced-motion:no-preference){.progress::-webkit-progress-value{transition:inline-size .18s}}
.scale.stars input:checked+span{background:0 0;color:var(--_star)}
.card{--_star:#9a6700;--_error:#b3261e}
.thumbs span{height:48px;gap:8px;justify-content:center;display:flex;align-items:center}
@supports(color:light-dark(red,red)){.card{--_star:light-dark(#9a6700,#ffc53d);--_error:light-dark(#b3261e,#ff9d92)}}
.stars .on{--_fill:currentColor;color:var(--_star)}
.stars svg{fill:var(--_fill,none)}
@media(hover:hover){.stars:hover label span{--_fill:currentColor;color:var(--_star)}
.stars label:hover span{background:0 0}
.stars label:hover~label span{--_fill:none;color:var(--_muted)}}
.field{padding:10px 12px;border:1px solid var(--_field);border-radius:calc(var(--_radius)*.625);font:16px/1.45 var(--_font);color:inherit;width:100%;appearance:none;background:0 0;margin:14px 0 0;display:block}
::placeholder{opacity:1;color:var(--_muted)}
.field:focus-visible{outline-offset:-1px}
[aria-invalid=true]{--_ring:var(--_error);border-color:var(--_error)}
.error{font-size:13px;margin-top:8px;color:var(--_error)}
.left{font-size:12px;margin-top:6px;color:var(--_muted);text-align:end}
.actions{gap:8px;display:flex;flex-wrap:wrap;margin-top:16px;justify-content:flex-end}
.back{margin-inline:-14px auto}
.go{text-decoration:none;padding:6px 18px;border:1px solid transparent;border-radius:calc(var(--_radius)*.625);font:600 14px/1.6 var(--_font);min-height:36px;display:inline-block;background:var(--_accent);color:var(--_on)}
.thanks{padding:30px 40px 32px;display:grid;justify-items:center;text-align:center}
.tick{margin-bottom:14px;border-radius:50%;order:-1;width:44px;padding:8px;background:var(--_accent);color:var(--_on)}
.thanks .go{margin-top:18px}
.thanks .back{margin:0}
@media(hover:hover){.go:hover{background:color-mix(in srgb,var(--_accent) 88%,var(--_ink));color:var(--_on)}}
@media(pointer:coarse){.go{min-height:44px;line-height:30px}}
@media(max-width:479.98px){.thanks{padding:26px 24px 28px}}
@media(forced-colors:active){.tick,.progress{forced-color-adjust:none;background:Canvas;border:1px solid;color:CanvasText}
.stars .on{color:Highlight}
.back{margin-inline:0 auto}
.go{border-color:LinkText}}`
