/** The styles of lists and forms. */
export const css = `
.choices,.contact{display:grid;gap:8px;margin-top:16px}
.choice{display:flex;align-items:flex-start;gap:10px;min-height:44px;padding:10px 12px;border:1px solid var(--_edge);border-radius:calc(var(--_radius)*.625);background:var(--_cell);cursor:pointer}
.choice span{flex:1;min-width:0;padding-block:1px}
.choice input{flex:none;width:20px;height:20px;margin:1px 0 0;accent-color:var(--_accent);cursor:pointer}
.choice.on{border-color:var(--_accent)}
.choice:focus-within{outline:2px solid var(--_ring);outline-offset:1px}
.choice input:focus-visible{outline:0}
.choice:has([aria-invalid=true]){--_ring:var(--_error);border-color:var(--_error)}
.choices .field{margin:0}
fieldset{min-width:0;margin-inline:0;padding:0;border:0}
.contact{gap:12px}
.contact label:not(.choice){color:var(--_muted);font-size:13px}
.contact small{font-size:13px}
.contact .field{margin-top:4px;padding-block:8px;color:var(--_ink)}
.contact .choice{min-height:0;padding:2px 0;border:0;background:0 0;color:var(--_muted);font-size:13px}
.ranking{display:grid;gap:8px;margin:16px 0 0;padding:0;list-style:none}
.ranking li{display:flex;align-items:center;gap:4px;min-height:44px;padding:3px 4px 3px 12px;padding-inline:12px 4px;border:1px solid var(--_edge);border-radius:calc(var(--_radius)*.625);background:var(--_cell);cursor:grab;user-select:none;-webkit-user-select:none}
.ranking b{align-self:stretch;display:grid;align-items:center;min-width:32px;touch-action:none;color:var(--_muted);font-weight:600}
.ranking span{flex:1;min-width:0}
.ranking button{display:grid;place-items:center;width:36px;padding:0}
.ranking [aria-disabled=true]{opacity:.35;cursor:default}
.linked{justify-content:flex-start}
.linked .go{border-color:var(--_field);background:0 0;color:inherit}
@media(hover:hover){.choice:hover,.ranking li:hover{background:var(--_hover)}
.ranking li:hover b{color:inherit}
.choice:hover span{background:0 0}
.contact .choice:hover{background:0 0}}
@media(pointer:coarse){.ranking button{width:44px}
.contact .field{padding-block:10px}
.contact .choice{min-height:44px;align-items:center}
.choice input{width:24px;height:24px;margin:-1px 0 0}}
@media(forced-colors:active){.choice,.ranking li{border-color:ButtonText}
.choice.on{border-color:Highlight}
.ranking [aria-disabled=true]{opacity:1;color:GrayText}}`
