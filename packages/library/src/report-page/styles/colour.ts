/**
 * Colours as pairs for light and dark. Text on `--paper` and `--wash` has at least 4.5:1, edges of controls and marks of
 * plots at least 3:1 (WCAG 2.2 AA); the page is checked with axe in both schemes.
 */
export const colour = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #101317);
  --wash: light-dark(#f6f7f9, #181c22);
  --raised: light-dark(#ffffff, #14181d);
  --ink: light-dark(#15191f, #e9ecf0);
  --ink-soft: light-dark(#4a5360, #abb4c0);
  --line: light-dark(#e3e7ec, #2a3039);
  --edge: light-dark(#7d8794, #79838f);
  --link: light-dark(#1a4f9c, #93bdf5);
  --focus: light-dark(#1a4f9c, #ffd24d);
  --critical: light-dark(#98102c, #ff9fae);
  --high: light-dark(#a63c06, #ffb48a);
  --medium: light-dark(#735200, #ecc868);
  --low: light-dark(#3c566f, #a9c3dc);
  --good: light-dark(#0d6342, #82d6ae);
  --cited: light-dark(#fff0b8, #4d3f0c);
  --plot: light-dark(#2b3442, #cdd5df);
  --plot-corrected: light-dark(#1a4f9c, #93bdf5);
  --plot-grid: light-dark(#e3e7ec, #2c323b);
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
`;
