import { tokens } from './tokens'

/**
 * The styles of the first step. Important rules of an inner tree win over every rule of the page, so the host element
 * stands whatever the page says to its elements. Sizes are in px, because pages give `rem` any size; no rule here
 * reaches outside. Up to eleven points stand in one row where each has its 24 px, and six in a row where not (`.many`):
 * a container query would say that more plainly, and has everything laid out in the very task in which it appears.
 */
export const css = `
:host{all:initial!important;display:block!important}
:host([popover]){inset-block:auto max(24px,env(safe-area-inset-bottom))!important;width:392px!important;inset-inline:auto 24px!important}
:host::before,:host::after,:host::backdrop{display:none!important}
:host([data-pulso^=top]){inset-block:max(24px,env(safe-area-inset-top)) auto!important}
:host([data-pulso$=start]){inset-inline:24px auto!important}
:host([data-pulso=top]),:host([data-pulso=bottom]){inset-inline:0!important;margin-inline:auto!important}
:host(:not([data-pulso=inline])){z-index:2147483647!important;position:fixed!important}
${tokens}
.card{position:relative;display:flex;flex-direction:column;border-radius:var(--_radius);background:var(--_paper);overflow:hidden;border:1px solid var(--_edge);overflow-wrap:anywhere;color:var(--_ink);max-width:560px;font:14px/1.45 var(--_font);text-align:start;font-variant-numeric:tabular-nums}
.step{padding:22px 24px 24px;overflow:auto;overscroll-behavior:contain}
h2:focus{outline:0}
h2,p{margin:0}
h2,p,span{text-align:-webkit-match-parent;text-align:match-parent;unicode-bidi:plaintext}
:host(:not([data-pulso=inline])) .step:not(.thanks) h2{padding-inline-end:28px}
h2{font:600 16px/1.375 var(--_font);text-wrap:balance}
small{font:14px var(--_font);color:var(--_muted)}
.about{margin-top:4px;color:var(--_muted)}
.scale{margin:18px -2px 0;grid-auto-flow:column;display:grid;grid-auto-columns:minmax(0,1fr)}
.scale label{position:relative;padding:0 2px}
.scale input{position:absolute;width:100%;height:100%;inset:0;opacity:0;cursor:pointer;margin:0}
label:focus-within{z-index:1}
.scale span{height:40px;display:grid;place-items:center;font-weight:500;border:1px solid transparent;border-radius:calc(var(--_radius)/2);background:var(--_cell)}
.step>[dir]{gap:8px;display:grid}
.many{grid-auto-flow:row;row-gap:4px;grid-template-columns:repeat(auto-fit,minmax(clamp(100%/11.5,(264px - 100%)*99,100%/6.5),1fr))}
.ends :last-child{text-align:end}
.ends{gap:24px;color:var(--_muted);font-size:12px;display:flex;justify-content:space-between}
button{min-height:36px;background:0 0;border:1px solid transparent;border-radius:calc(var(--_radius)*.625);padding:6px 14px;font:600 14px/1.4 var(--_font);color:var(--_muted);cursor:pointer;margin:0}
.close{top:6px;padding:0;inset-inline-end:6px;position:absolute;width:44px;display:grid;place-items:center;min-height:44px}
.close::before,.close::after{content:"";grid-area:1/1;border-radius:1px;width:13px;border-top:2px solid;transform:rotate(45deg) scaleY(.75)}
.close::after{transform:rotate(-45deg) scaleY(.75)}
.out{margin:8px -15px -14px;font-weight:400;font-size:12px;display:block}
.card,.card *{box-sizing:border-box}
.said{overflow:hidden;white-space:nowrap;height:1px;position:absolute;width:1px;clip-path:inset(50%)}
@media(hover:hover){label:hover span,button:hover{background:var(--_hover);color:var(--_ink)}}
:focus-visible,.scale :focus-visible+span{outline:2px solid var(--_ring);outline-offset:2px}
.scale input:checked+span{background:var(--_accent);color:var(--_on)}
@media(max-width:479.98px){:host([popover]){inset:auto 8px calc(max(8px,env(safe-area-inset-bottom)) + var(--_covered,0px))!important;width:auto!important;margin:0!important}
.step{padding:20px 18px}}
@media(pointer:coarse){.scale span{height:48px}
button{min-height:44px}
.many+*{display:contents}
.many{grid-template-columns:repeat(6,1fr)}
.many+* :first-child{order:-1;margin:18px 0 -18px}}
@media(forced-colors:active){.scale span,button{border-color:ButtonText}
.scale input:checked+span{background:Highlight;forced-color-adjust:none;color:HighlightText}}
:host([popover]) .card{box-shadow:0 2px 8px #0c0f1a14,0 16px 48px #0c0f1a24;max-height:calc(var(--_room,100dvh) - 48px)}
@media(prefers-reduced-motion:no-preference){:host([popover]) .card{animation:arrive .18s ease-out}
.step{animation:step .16s ease-out}
@keyframes arrive{from{opacity:0;translate:0 10px}}
@keyframes step{from{opacity:0}}}`
