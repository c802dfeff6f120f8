/** The styles of the first tap's followers. */
export const css = `
.progress{border:0;color:var(--_accent);height:3px;appearance:none;width:100%;inset:0 0 auto;position:absolute;background:var(--_cell)}
.progress::-webkit-progress-bar{background:var(--_cell)}
.progress::-webkit-progress-value{background:var(--_accent)}
.progress::-moz-progress-bar{background:var(--_accent)}
.faces span,.stars span{background:0 0;color:var(--_muted);height:52px}
.scale.faces,.scale.stars{margin-inline:-4px}
.field:focus-visible{outline-offset:-1px}
svg{fill:none;width:20px;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;stroke:currentColor}
.faces svg,.stars svg{stroke-width:1.5;width:36px}
@media(prefers-reduced-motion:no-preference){.progress::-webkit-progress-value{transition:inline-size .18s}}
.named span{font-weight:400;height:auto;min-height:76px;padding:8px 2px;gap:6px;align-content:start}
textarea.field{resize:none;max-height:220px;min-height:92px;field-sizing:content}
.named small{font-size:11px;line-height:1.25;-webkit-hyphens:auto;color:inherit;hyphens:auto;text-align:center}
.scale.stars input:checked+span{background:0 0;color:var(--_star)}
.card{--_star:#9a6700;--_error:#b3261e}
.thumbs span{height:100%;min-height:48px;padding:8px;gap:8px;justify-content:center;display:flex;align-items:center}
.thumbs svg{flex:none}
.close{background:var(--_paper)}
@supports(color:light-dark(red,red)){.card{--_star:light-dark(#9a6700,#ffc53d);--_error:light-dark(#b3261e,#ff9d92)}}
.stars .on{--_fill:currentColor;color:var(--_star)}
.stars svg{fill:var(--_fill,none)}
@media(hover:hover){.stars:hover label span{--_fill:currentColor;color:var(--_star)}
.stars label:hover~label span{--_fill:none;color:var(--_muted)}
.stars label:hover span{background:0 0}}
.field{background:0 0;color:inherit;padding:10px 12px;font:16px/1.45 var(--_font);border-radius:calc(var(--_radius)*.625);width:100%;appearance:none;display:block;border:1px solid var(--_field);margin:14px 0 0}
::placeholder{opacity:1;color:var(--_muted)}
[aria-invalid=true]{--_ring:var(--_error);border-color:var(--_error)}
.error{margin-top:8px;font-size:13px;color:var(--_error)}
.left{margin-top:8px;color:var(--_muted);text-align:end;font-size:13px}
.actions{display:flex;gap:8px;justify-content:flex-end;margin-top:16px;flex-wrap:wrap}
.back{margin-inline:-14px auto}
.go{text-decoration:none;border:1px solid transparent;min-height:36px;display:inline-block;color:var(--_on);padding:6px 18px;font:600 14px/1.6 var(--_font);border-radius:calc(var(--_radius)*.625);background:var(--_accent)}
.thanks{padding:32px;justify-items:center;display:grid;text-align:center}
.tick{margin-bottom:14px;width:44px;order:-1;border-radius:50%;padding:8px;background:var(--_accent);color:var(--_on)}
.thanks .go{margin-top:18px}
.thanks .back{margin:0}
@media(hover:hover){.go:hover{background:var(--_accent);color:var(--_on);border-color:var(--_ink)}}
@media(pointer:coarse){.go{min-height:44px;line-height:30px}}
@media(max-width:357.98px) and (pointer:coarse){.scale:not(.many):has(:nth-child(7)){gap:4px 0;grid:auto/repeat(4,1fr)}
.scale:has(:nth-child(7))+*{display:contents}
.scale:has(:nth-child(7))+* :first-child{order:-1;margin:18px 0 -18px}}
@media print{:host{display:none!important}}
@media(max-width:479.98px){.thanks{padding:28px 24px}}
@media(forced-colors:active){.tick,.progress{forced-color-adjust:none;border:1px solid;color:CanvasText;background:Canvas}
.back{margin-inline:0 auto}
.go{border-color:LinkText}
.stars .on{color:Highlight}}`
