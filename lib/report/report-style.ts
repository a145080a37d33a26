/** The one style of a report, on its page and in its file: both colour schemes, narrow screens, paper. */
export const reportStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#16191d;--soft:#4b535c;--line:#dfe1e4;--code:#f2f3f5;--link:#2440bd;--works:#00693a;--warns:#7d5200;--fails:#a92a2b}
@media screen and (prefers-color-scheme:dark){:root{--paper:#181c20;--ink:#eceff2;--soft:#a4adb7;--line:#2c3238;--code:#101316;--link:#b4c2ff;--works:#5fd39a;--warns:#f0c060;--fails:#ff9a97}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:24px 16px 48px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 16px}
h2{font-size:1.25rem;margin:32px 0 8px;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:24px 0 4px}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,pre:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px}
dl{display:grid;grid-template-columns:minmax(6rem,auto) minmax(0,1fr);gap:4px 16px;margin:0}
dt,.soft{color:var(--soft)}dd{margin:0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid var(--line);font-weight:400}
thead th,caption{color:var(--soft);text-align:left;font-size:.875rem}
.works{color:var(--works)}.warns{color:var(--warns)}.fails{color:var(--fails)}.muted{color:var(--soft)}
pre{background:var(--code);border:1px solid var(--line);border-radius:6px;padding:8px 12px;overflow:auto;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap}
summary{min-height:44px;padding:10px 0;cursor:pointer;color:var(--link)}
label{display:block}
button,input{font:inherit;color:inherit;background:var(--paper);min-height:44px;padding:8px 14px;border:1px solid var(--soft);border-radius:6px}
input{width:100%;max-width:22rem}
@media print{body{padding:0;font-size:11pt}.screen{display:none}h2,h3{break-after:avoid}pre,tr{break-inside:avoid}}
`;
