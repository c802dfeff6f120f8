/** The styles of other places than a corner. */
export const css = `
:host([data-pulso$=bar]){inset:auto 0 var(--_covered,0px)!important;width:auto!important}
:host([data-pulso$=bar]) .step{width:100%;max-width:720px;margin-inline:auto}
:host([data-pulso=top-bar]){inset-block:0 auto!important}
:host([data-pulso$=bar]) .card{max-width:none;max-height:var(--_room,100dvh);border-width:1px 0 0;border-radius:0;padding-bottom:env(safe-area-inset-bottom)}
:host([data-pulso=top-bar]) .card{border-width:0 0 1px;padding:env(safe-area-inset-top) 0 0}
:host([data-pulso=kiosk]) dialog{cursor:default;user-select:none;-webkit-user-select:none}
:host([data-pulso=sheet]) .card::before{content:""}
:host([data-pulso=sheet]) .card{max-height:calc(var(--_room,100dvh) - 24px);border-bottom:0;border-end-start-radius:0;border-end-end-radius:0;padding-bottom:env(safe-area-inset-bottom);touch-action:pinch-zoom}
dialog::backdrop{background:#0c0f1a80}
:host([data-pulso=page]) dialog,:host([data-pulso=kiosk]) dialog{width:100%;height:100dvh;max-height:none;margin:0;border:0;border-radius:0;box-shadow:none;justify-content:center}
:host([data-pulso=page]) .step,:host([data-pulso=kiosk]) .step{width:100%;max-width:640px;margin:auto;padding:48px 24px}
:host([dir=ltr][data-pulso=tab-start]) .tab,:host([dir=rtl][data-pulso=tab-end]) .tab{border-radius:0 calc(var(--_radius)*.625) calc(var(--_radius)*.625) 0}
:host([data-pulso=page]) h2{font-size:22px}
:host([data-pulso=kiosk]) .thanks svg{width:88px;padding:18px}
:host([data-pulso=kiosk]) .scale svg{width:min(100%,clamp(56px,11vmin,120px))}
:host([data-pulso=kiosk]) h2{font-size:clamp(24px,4vmin,44px)}
:host([data-pulso=kiosk]) .scale{margin-top:48px}
:host([data-pulso=kiosk]) :is(.about,.ends,.error,.left,.choice,.ranking,.contact *,small,button){font-size:18px}
:host([data-pulso=kiosk]) .scale label{padding:0 clamp(2px,.6vmin,6px)}
:host([data-pulso=kiosk]) .linked{display:none}
:host([data-pulso=kiosk]) button{min-height:56px;padding-inline:28px}
:host([data-pulso=kiosk]) .scale span{height:clamp(72px,14vmin,150px);font-size:clamp(14px,3.4vmin,28px)}
:host([data-pulso=kiosk]) .step{max-width:960px}
:host([data-pulso=kiosk]) :is(h2,.about,.error){text-align:center}
dialog.card{position:fixed;inset:0;width:min(460px,100vw - 16px);max-width:none;height:max-content;max-height:calc(var(--_room,100dvh) - 32px);margin:auto;padding:0;box-shadow:0 16px 64px #0c0f1a3d}
:host([data-pulso=page]) :is(.faces,.stars) svg{width:44px}
:host([data-pulso=kiosk]) .named small{font-size:clamp(12px,2.2vmin,20px)}
:host([data-pulso=kiosk]) .actions{justify-content:center}
:host([data-pulso^=tab]){inset-block:0!important;inset-inline:auto 0!important;width:fit-content!important;height:fit-content!important;margin-block:auto!important}
:host([data-pulso=tab-start]){inset-inline:0 auto!important}
.tab{min-height:0;padding:14px 8px;border:1px solid var(--_edge);border-radius:calc(var(--_radius)*.625) 0 0 calc(var(--_radius)*.625);background:var(--_accent);color:var(--_on);writing-mode:vertical-rl;box-shadow:0 2px 12px #0c0f1a24}
.tab:hover{background:var(--_accent);color:var(--_on)}
:host([data-pulso=sheet]){inset:auto 0 var(--_covered,0px)!important;width:auto!important;max-width:560px!important;margin:0 auto!important}
.card::before{flex:none;width:36px;box-sizing:border-box;height:4px;margin:8px auto;border:2px solid var(--_field);border-radius:2px}
:host([data-pulso=kiosk]) .named span{height:auto}
:host([data-pulso=sheet]) .step:not(.thanks){padding-top:0}
:host([data-pulso=kiosk]) .step:not(.thanks) h2{padding:0}
@media(max-width:479.98px){:host([data-pulso=sheet]){inset:auto 0 var(--_covered,0px)!important}
:host([popover]:not([data-pulso$=bar])) .card{touch-action:pinch-zoom}
:host([popover]:not([data-pulso^=tab],[data-pulso$=bar])) .card::before{content:""}
:host([popover]:not([data-pulso^=tab],[data-pulso$=bar])) .step:not(.thanks){padding-top:0}}
@media(pointer:coarse){.tab{min-width:44px}}
@media(pointer:coarse) and (min-width:600px){:host([data-pulso=kiosk]) .many{grid-auto-flow:column;grid-template-columns:none}
:host([data-pulso=kiosk]) .ends{display:flex}
:host([data-pulso=kiosk]) .many+* *{margin:0}}
@media(prefers-reduced-motion:no-preference){dialog[open]{animation:arrive .18s ease-out}
.card{transition:translate .18s}}`
