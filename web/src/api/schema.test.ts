// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';

test('the types are those of the API document: npm run api writes them anew', async () => {
  const document = JSON.parse(readFileSync(join(__dirname, 'openapi.json'), 'utf8'));
  const types = astToString(await openapiTS(document));
  const committed = readFileSync(join(__dirname, 'schema.d.ts'), 'utf8');
  expect(committed.slice(committed.indexOf('export interface paths')).trim()).toBe(types.slice(types.indexOf('export interface paths')).trim());
}, 60_000);
