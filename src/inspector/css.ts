/** The widgets' own colours, light and dark, whatever the page has made of them: an inspector has to be read. */
const colours = {
  paper: '#fff,#1d1f25',
  ink: '#16181d,#f2f3f5',
  muted: '#5b6270,#b2b3b7',
  cell: '#f0f2f5,#2a2c31',
  hover: '#e2e6ec,#393b40',
  edge: '#16181d1f,#f2f3f51f',
  accent: '#3d4fdb,#9aa6ff',
  on: '#fff,#000',
  ring: '#2d398f,#bdc5fb',
  error: '#b3261e,#ff9d92',
  good: '#17693a,#79d99c',
  wary: '#8a4b00,#f2bd6b',
}
const defined = (of: (pair: string) => string) =>
  Object.entries(colours)
    .map(([name, pair]) => `--_${name}:${of(pair)};`)
    .join('')
const light = defined(pair => pair.replace(/,.*/, ''))
const dark = defined(pair => `light-dark(${pair})`)

export const css = `
:host{all:initial!important;position:fixed!important;z-index:2147483646!important;inset-block:16px auto!important;inset-inline:16px auto!important;display:block!important;width:400px!important;max-width:calc(100vw - 32px)!important}
:host([data-side=end]){inset-inline:auto 16px!important}
:host([data-closed]){inset-block:auto 16px!important;width:auto!important}
.card{${light}--_font:system-ui,sans-serif;--_code:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color-scheme:light dark}
@supports(color:light-dark(red,red)){.card{${dark}}}
.card,.card *{box-sizing:border-box}
.card{display:flex;flex-direction:column;max-height:calc(100dvh - 32px);overflow:hidden;border:1px solid var(--_edge);border-radius:12px;background:var(--_paper);color:var(--_ink);font:13px/1.45 var(--_font);box-shadow:0 8px 40px #0c0f1a2e;text-align:start}
h2,h3,p,ul,ol,dl,dd{margin:0;padding:0}
ul,ol{list-style:none}
h2{flex:1;font:600 14px/1.4 var(--_font)}
h2 small{margin-inline-start:6px;color:var(--_muted);font:12px var(--_code)}
h3{margin:0 0 6px;font:600 12px/1.4 var(--_font);color:var(--_muted)}
.bar{display:flex;align-items:center;gap:2px;padding:8px 8px 4px 16px}
button{min-height:28px;margin:0;padding:3px 10px;border:1px solid var(--_edge);border-radius:8px;background:var(--_paper);color:var(--_ink);font:500 12px/1.4 var(--_font);cursor:pointer;white-space:nowrap}
.bar button{display:grid;place-items:center;width:32px;min-height:32px;padding:0;border-color:transparent;color:var(--_muted)}
svg{width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
[role=tablist]{display:flex;gap:2px;padding:0 10px;border-bottom:1px solid var(--_edge)}
[role=tab]{position:relative;padding:6px 7px 8px;border:0;border-radius:8px 8px 0 0;background:0 0;color:var(--_muted);font-weight:600}
[role=tab][aria-selected=true]{color:var(--_ink)}
[role=tab][aria-selected=true]::after{content:"";position:absolute;inset:auto 7px -1px;height:2px;border-radius:2px;background:var(--_accent)}
.count{margin-inline-start:5px;padding:0 5px;border-radius:8px;background:var(--_cell);font:11px/16px var(--_font);font-variant-numeric:tabular-nums;color:var(--_muted);display:inline-block}
.count.bad{background:var(--_error);color:var(--_paper);font-weight:600}
[role=tabpanel]{flex:1;min-height:0;overflow:auto;overscroll-behavior:contain;padding:12px 16px 14px}
section+section{margin-top:12px;padding-top:14px;border-top:1px solid var(--_edge)}
.rows>li{position:relative;border-bottom:1px solid var(--_edge)}
.rows>li:last-child{border-bottom:0}
summary{display:grid;grid-template-columns:16px minmax(0,1fr);column-gap:6px;padding:8px 0;border-radius:6px;list-style:none;cursor:pointer}
summary::-webkit-details-marker{display:none}
summary::before{content:"";width:6px;height:6px;margin:6px 0 0 3px;border:solid var(--_muted);border-width:0 1.5px 1.5px 0;rotate:-45deg}
details[open]>summary::before{rotate:45deg;margin-top:4px}
summary b{font-weight:600;overflow-wrap:anywhere}
summary>span{min-width:0}
.first>summary{padding-inline-end:58px}
.first+button{position:absolute;top:8px;inset-inline-end:0}
small,.muted,.muted code{color:var(--_muted);font-size:12px}
.line{display:block;overflow-wrap:anywhere}
.good{color:var(--_good)}
.bad{color:var(--_error)}
.wary{color:var(--_wary)}
.two+.muted{margin-top:8px}
.inside{margin:0 0 10px 22px}
.gates li{display:grid;grid-template-columns:16px 104px minmax(0,1fr);gap:0 6px;padding:2px 0;font-size:12px}
.mark{width:12px;height:12px;margin-top:3px}
.gates span{overflow-wrap:anywhere}
.gates :not(.muted)>code,.gates :not(.muted)>span{font-weight:600}
code,time,.name,.values{font:12px/1.45 var(--_code);font-variant-numeric:tabular-nums}
.values{display:grid;grid-template-columns:minmax(80px,auto) minmax(0,1fr);gap:1px 12px}
.values dt{color:var(--_muted);overflow-wrap:anywhere}
.values dd{overflow-wrap:anywhere}
.head{display:flex;gap:8px;justify-content:space-between;align-items:baseline}
ol>.head{padding:6px 0}
.head time{color:var(--_muted);white-space:nowrap}
.tag{display:inline-block;margin:3px 6px 0 0;padding:0 6px;border-radius:6px;background:var(--_cell);font-size:12px;color:var(--_ink);overflow-wrap:anywhere}
form{display:grid;gap:8px}
label{display:grid;gap:3px;font-size:12px;font-weight:500;color:var(--_muted)}
input,textarea{width:100%;margin:0;padding:5px 8px;border:1px solid var(--_muted);border-radius:8px;background:var(--_paper);color:var(--_ink);font:12px/1.45 var(--_code)}
textarea{min-height:52px;resize:vertical}
[aria-invalid=true]{border-color:var(--_error)}
.two{display:flex;gap:8px;flex-wrap:wrap;align-items:center;margin-top:8px}
form .two{margin:0}
.two p{flex:1 1 140px}
.main{border-color:transparent;background:var(--_accent);color:var(--_on);font-weight:600}
.problems li{display:grid;grid-template-columns:16px minmax(0,1fr);gap:6px;padding:7px 0;border-bottom:1px solid var(--_edge);overflow-wrap:anywhere}
.problems li:first-child{padding-top:0}
.problems li:last-child{padding-bottom:0;border-bottom:0}
.problems b{font-weight:600}
.said{padding:7px 16px;border-top:1px solid var(--_edge);background:var(--_cell);font-size:12px;overflow-wrap:anywhere}
.said:empty{display:none}
.pill{display:flex;align-items:center;gap:7px;min-height:36px;padding:6px 14px;border:0;border-radius:0;background:0 0;font-weight:600}
.dot{width:8px;height:8px;border-radius:50%;background:var(--_good);forced-color-adjust:none}
.dot.bad{background:var(--_error)}
:focus-visible{outline:2px solid var(--_ring);outline-offset:1px}
summary:focus-visible,.pill:focus-visible,[role=tab]:focus-visible,[role=tabpanel]:focus-visible{outline-offset:-2px}
@media(hover:hover){button:hover{background:var(--_hover);color:var(--_ink)}
.main:hover{background:var(--_accent);color:var(--_on);text-decoration:underline}
summary:hover b{text-decoration:underline}}
@media(max-width:479.98px){
:host,:host([data-side=end]){inset-block:auto max(8px,env(safe-area-inset-bottom))!important;inset-inline:8px!important;width:auto!important;max-width:none!important}
:host([data-closed]){inset-block:max(8px,env(safe-area-inset-top)) auto!important;inset-inline:auto 8px!important}
.card{max-height:min(56dvh,520px)}
:host(:not([data-closed])) .card{height:min(56dvh,520px)}
.move{display:none!important}
[role=tab]{flex:1;padding-inline:4px}
[role=tablist]{padding-inline:6px}
.gates li{grid-template-columns:16px 92px minmax(0,1fr)}}
@media(pointer:coarse){button,[role=tab]{min-height:40px}
.bar button{width:40px;min-height:40px}
.first>summary{padding-inline-end:68px}
input,textarea{font-size:16px}}
@media(forced-colors:active){button,.count,.tag{border:1px solid ButtonText}
[role=tab][aria-selected=true]::after{background:Highlight}}`
