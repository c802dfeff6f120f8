/**
 * Every colour, and what the page may set on any element around: `--pulso-accent`, `--pulso-radius`, `--pulso-font`,
 * and `--pulso-scheme` (`light` or `dark`) for a page that does not follow the visitor's own choice.
 */
export const tokens = `
.card{
color-scheme:var(--pulso-scheme,light dark);
--radius:var(--pulso-radius,16px);
--font:var(--pulso-font,system-ui,sans-serif);
--paper:#fff;
--ink:#16181d;
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
@supports(color:light-dark(red,red)){.card{
--paper:light-dark(#fff,#1d1f25);
--ink:light-dark(#16181d,#f2f3f5);
--muted:light-dark(#5b6270,#a6adba);
--edge:light-dark(#16181d1a,#ffffff1f);
--cell:light-dark(#f0f2f5,#2b2e36);
--hover:light-dark(#e2e6ec,#3a3e48);
--field:light-dark(#868e9c,#7a8291);
--error:light-dark(#b3261e,#ff9d92);
--accent:var(--pulso-accent,light-dark(#3d4fdb,#9aa6ff))
}}
@supports(color:oklch(from red l c h)){.card{
--on-accent:oklch(from color(from var(--accent) xyz y y y) calc((.567 - l)*999) 0 0);
--ring:color-mix(in srgb,var(--accent) 60%,var(--ink))
}}`
