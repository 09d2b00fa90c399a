import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogues } from '../kit/catalogues';

const SOURCE = join(__dirname, '..');

function leaves(tree: unknown, path = ''): [string, string][] {
  return typeof tree === 'string' ? [[path, tree]] : Object.entries(tree as object).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

function holes(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '').sort();
}

const all = catalogues();
const modules = Object.keys(all['en'] ?? {});

describe.each(modules)('texts of %s', (module) => {
  const chinese = new Map(leaves(all['zh-CN']?.[module]));
  const english = new Map(leaves(all['en']?.[module]));

  test('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('leave nothing empty or untranslated', () => {
    for (const [key, text] of english) {
      expect(text, key).not.toBe('');
      const shown = text.replace('中文', '').replace('切换到中文', '');
      expect(/\p{Script=Han}/u.test(key === 'language.switch' ? '' : shown), `${key}: ${text}`).toBe(false);
      const other = chinese.get(key) ?? '';
      // What has letters in English reads otherwise in Chinese, but for words that are the same in both.
      expect(other !== text || !/[a-z]{2}/.test(text.replace(/\{\{\w+\}\}/g, '')), `${key}: ${text}`).toBe(true);
    }
  });

  test('never drop a value: the Chinese and the English text use the same ones, or say why a count is not repeated', () => {
    for (const [key, text] of english) {
      const other = chinese.get(key) ?? '';
      expect(holes(other).filter((hole) => hole !== 'count'), key).toEqual(holes(text).filter((hole) => hole !== 'count'));
    }
  });

  test('follow the glossary: no word that it forbids', () => {
    for (const [key, text] of chinese) {
      expect(/您|密码|成功|！|操作失败|暂无数据|工单/.test(text), `${key}: ${text}`).toBe(false);
    }
    for (const [key, text] of english) {
      expect(/\bplease\b|successfully|!/i.test(text), `${key}: ${text}`).toBe(false);
    }
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : /(?<!\.test)\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [],
  );
}

test('every key that a page asks for is there', () => {
  const missing: string[] = [];
  for (const file of sources(SOURCE)) {
    const text = readFileSync(file, 'utf8');
    const space = /useTranslation\('(\w+)'\)/.exec(text)?.[1];
    const asked = [...text.matchAll(/\bt\(((?:[^,()`]|\([^)]*\))*)/g)].flatMap((call) => [...(call[1] ?? '').matchAll(/(?<![=!]== )'([\w:.-]+)'/g)]);
    for (const found of asked) {
      const key = found[1] ?? '';
      const [name, path] = key.includes(':') ? key.split(':') : [space ?? '', key];
      const known = leaves(all['en']?.[name ?? '']).map(([one]) => one);
      if (!known.includes(path ?? '')) {
        missing.push(`${file}: ${key}`);
      }
    }
  }
  expect(missing).toEqual([]);
});
