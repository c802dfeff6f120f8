/**
 * Every colour, and what the page may set on any element around, or `theme` in the configuration: `--pulso-accent`,
 * `--pulso-paper`, `--pulso-ink`, `--pulso-radius`, `--pulso-font`, and `--pulso-scheme` (`light` or `dark`) for a page
 * that does not follow the visitor's own choice. All others follow from these.
 */
export const tokens = `
.card,.tab{
color-scheme:var(--pulso-scheme,light dark);
--radius:var(--pulso-radius,16px);
--font:var(--pulso-font,system-ui,sans-serif);
--paper:var(--pulso-paper,#fff);
--ink:var(--pulso-ink,#16181d);
--muted:#5b6270;
--edge:#16181d1a;
--cell:#f0f2f5;
--hover:#e2e6ec;
--field:#868e9c;
--error:#b3261e;
--accent:var(--pulso-accent,#3d4fdb);
--on-accent:#fff;
--ring:var(--ink)
}
@supports(color:light-dark(red,red)){.card,.tab{
--paper:var(--pulso-paper,light-dark(#fff,#1d1f25));
--ink:var(--pulso-ink,light-dark(#16181d,#f2f3f5));
--muted:color-mix(in srgb,var(--ink) 70%,var(--paper));
--edge:color-mix(in srgb,var(--ink) 12%,#0000);
--cell:color-mix(in srgb,var(--ink) 6%,var(--paper));
--hover:color-mix(in srgb,var(--ink) 13%,var(--paper));
--field:color-mix(in srgb,var(--ink) 50%,var(--paper));
--error:light-dark(#b3261e,#ff9d92);
--accent:var(--pulso-accent,light-dark(#3d4fdb,#9aa6ff));
--ring:color-mix(in srgb,var(--accent) 60%,var(--ink))
}}
@supports(color:oklch(from red l c h)){.card,.tab{
--on-accent:oklch(from color(from var(--accent) xyz y y y) calc((.567 - l)*999) 0 0)
}}`
