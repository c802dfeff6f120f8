/**
 * Every colour, and what the page may set on its root or, inline, on any element around, or `theme` in the
 * configuration: `--pulso-accent`, `--pulso-paper`, `--pulso-ink`, `--pulso-radius`, `--pulso-font`, and
 * `--pulso-scheme` (`light` or `dark`) for a page that does not follow the visitor's own choice. All others follow.
 */
export const tokens = `
.card,.tab{
--_font:var(--pulso-font,system-ui,sans-serif);
--_radius:var(--pulso-radius,16px);
--_paper:var(--pulso-paper,#fff);
--_ink:var(--pulso-ink,#16181d);
--_hover:#e2e6ec;
--_edge:#16181d1a;
--_accent:var(--pulso-accent,#3d4fdb);
--_muted:#5b6270;
--_field:var(--_muted);
--_cell:#f0f2f5;
color-scheme:var(--pulso-scheme,light dark);
--_ring:var(--_ink);
--_on:#fff
}
@supports(color:light-dark(red,red)){.card,.tab{
--_paper:var(--pulso-paper,light-dark(#fff,#1d1f25));
--_ring:color-mix(in srgb,var(--_accent) 60%,var(--_ink));
--_accent:var(--pulso-accent,light-dark(#3d4fdb,#9aa6ff));
--_ink:var(--pulso-ink,light-dark(#16181d,#f2f3f5));
--_muted:color-mix(in srgb,var(--_ink) 70%,var(--_paper));
--_cell:color-mix(in srgb,var(--_ink) 6%,var(--_paper));
--_hover:color-mix(in srgb,var(--_ink) 13%,var(--_paper));
--_edge:color-mix(in srgb,var(--_ink) 12%,#0000)
}}
@supports(color:oklch(from red l c h)){.card,.tab{
--_on:oklch(from color(from var(--_accent) xyz y y y) calc((.567 - l)*999) 0 0)
}}`
