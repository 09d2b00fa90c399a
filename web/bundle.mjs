// Weighs what a browser must fetch before the first page stands, and each page's own part; fails above the budget.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 500_000;
const PAGE_BUDGET = 150_000;
const dist = new URL('./dist/', import.meta.url);
const html = readFileSync(new URL('index.html', dist), 'utf8');
const first = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map((found) => found[1]);
const weight = (file) => gzipSync(readFileSync(new URL(file, dist))).length;
const kilobytes = (size) => `${(size / 1000).toFixed(1)} kB`;

const main = first.reduce((sum, file) => sum + weight(file), 0);
const pages = readdirSync(new URL('assets/', dist))
  .map((name) => `assets/${name}`)
  .filter((file) => file.endsWith('.js') && !first.includes(file))
  .map((file) => ({ file, size: weight(file) }))
  .sort((one, other) => other.size - one.size);

console.log(`main bundle ${kilobytes(main)} gzip in ${first.length} files (budget ${kilobytes(BUDGET)})`);
console.log(`${pages.length} parts are loaded when they are needed; the largest are ${pages.slice(0, 5).map((one) => `${one.file.replace(/^assets\/|-[\w-]{8}\.js$/g, '')} ${kilobytes(one.size)}`).join(', ')}`);
const heavy = pages.filter((one) => one.size > PAGE_BUDGET);
if (first.length === 0 || main > BUDGET || heavy.length > 0) {
  console.error(first.length === 0 ? 'index.html names no script' : `over the budget: ${[main > BUDGET ? 'the main bundle' : '', ...heavy.map((one) => one.file)].filter(Boolean).join(', ')}`);
  process.exit(1);
}
