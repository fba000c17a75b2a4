/** A line of a plot. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

interface Axis {
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

const WIDTH = 640;
const HEIGHT = 380;
const MARGIN = { left: 70, right: 130, top: 20, bottom: 50 };
const LINE_HEIGHT = 14;
const COLORS = ['#0969da', '#bf3989', '#1a7f37'];

/** A plot with logarithmic axes as an SVG picture: what grows in proportion is a straight line. */
export function logPlot(series: readonly Series[], xLabel: string, yLabel: string): string {
  const points = series.flatMap((line) => line.points);
  const x = axisOf(
    points.map(([value]) => value),
    xLabel,
  );
  const y = axisOf(
    points.map(([, value]) => value),
    yLabel,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${yLabel}, by ${xLabel}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    ...powers(x).map((value) => verticalLine(placeX(value, x), String(value))),
    ...powers(y).map((value) => horizontalLine(placeY(value, y), String(value))),
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${x.label}</text>`,
    `<text x="16" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 16 ${HEIGHT / 2})">${y.label}</text>`,
    ...series.map((line, index) => polyline(line, colorOf(index), x, y)),
    ...names(series, x, y),
    '</svg>',
    '',
  ].join('\n');
}

function axisOf(values: readonly number[], label: string): Axis {
  return {
    label,
    low: Math.floor(Math.log10(Math.min(...values))),
    high: Math.ceil(Math.log10(Math.max(...values))),
  };
}

function powers({ low, high }: Axis): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => Number(`1e${low + index}`));
}

function placeX(value: number, { low, high }: Axis): number {
  const share = (Math.log10(value) - low) / Math.max(high - low, 1);
  return MARGIN.left + share * (WIDTH - MARGIN.left - MARGIN.right);
}

function placeY(value: number, { low, high }: Axis): number {
  const share = (Math.log10(value) - low) / Math.max(high - low, 1);
  return HEIGHT - MARGIN.bottom - share * (HEIGHT - MARGIN.top - MARGIN.bottom);
}

function verticalLine(x: number, label: string): string {
  const bottom = HEIGHT - MARGIN.bottom;
  return `<path d="M${x} ${MARGIN.top}V${bottom}" stroke="#d0d7de"/><text x="${x}" y="${bottom + 18}" text-anchor="middle">${label}</text>`;
}

function horizontalLine(y: number, label: string): string {
  return `<path d="M${MARGIN.left} ${y}H${WIDTH - MARGIN.right}" stroke="#d0d7de"/><text x="${MARGIN.left - 8}" y="${y + 4}" text-anchor="end">${label}</text>`;
}

function colorOf(index: number): string {
  return COLORS[index % COLORS.length] ?? '';
}

/** The names of the lines at their ends, none upon another. */
function names(series: readonly Series[], x: Axis, y: Axis): string[] {
  const ends = series.map(({ name, points }, index) => {
    const [px = 0, py = 0] = points.at(-1) ?? [];
    return { name, color: colorOf(index), left: placeX(px, x) + 8, top: placeY(py, y) + 4 };
  });
  ends.sort((a, b) => a.top - b.top);
  for (const [index, end] of ends.entries()) {
    const above = ends[index - 1];
    if (above) end.top = Math.max(end.top, above.top + LINE_HEIGHT);
  }
  return ends.map(
    ({ name, color, left, top }) =>
      `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}" fill="${color}">${name}</text>`,
  );
}

function polyline({ points }: Series, color: string, x: Axis, y: Axis): string {
  const placed = points.map(([px, py]) => [placeX(px, x), placeY(py, y)] as const);
  const path = placed.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
  const dots = placed.map(
    ([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3" fill="${color}"/>`,
  );
  return `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}`;
}
