/** Style of the printable page, inside it: it stands alone. */
export const PRINT_STYLE = `
body { margin: 2rem auto; max-width: 50rem; padding: 0 1rem; color: #1a1a1a; background: #fff; font: 11pt/1.4 system-ui, sans-serif; }
h1 { margin: 0; font-size: 16pt; }
h2 { display: flex; justify-content: space-between; margin: 1.5rem 0 0.25rem; font-size: 13pt; break-after: avoid; }
h3 { margin: 0.75rem 0 0.25rem; font-size: 11pt; }
p, ul { margin: 0.25rem 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.3rem 0.4rem; border-bottom: 1px solid #ccc; text-align: right; vertical-align: top; font-weight: normal; white-space: nowrap; }
th:first-child { padding-left: 0; text-align: left; white-space: normal; }
tfoot th:first-child { text-align: right; }
thead th { color: #555; font-size: 9pt; }
tr { break-inside: avoid; }
small { display: block; color: #555; font-size: 9pt; }
svg { width: 5.5rem; height: 0.9rem; vertical-align: middle; }
rect { fill: none; stroke: #777; stroke-width: 0.5; }
rect.reached { fill: #3b78b5; stroke: none; print-color-adjust: exact; }
path { stroke: #000; stroke-width: 2; }
.note { padding: 0.4rem 0.6rem; border-left: 3px solid #b58900; background: #fbf6e3; }
.foot { margin-top: 2rem; color: #555; font-size: 9pt; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`;
