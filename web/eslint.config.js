import { readdirSync } from 'node:fs';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

const SHARED = ['api', 'kit'];
const modules = readdirSync(new URL('./src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'app' && !SHARED.includes(entry.name))
  .map((entry) => entry.name);

/** What a folder may not import, by the path as it is written: '../x/…' leaves the folder. */
function only(...allowed) {
  const words = allowed.length === 0 ? '(?!)' : `(?!(?:${allowed.join('|')})/)`;
  return ['error', { patterns: [{ regex: allowed.length === 0 ? '^\\.\\./' : `^\\.\\./${words}`, message: `This folder may import ${allowed.join(' and ') || 'nothing beside it'} only; modules are linked by address.` }] }];
}

/** Every word that a person reads comes from a catalogue, in both languages. */
const words = {
  meta: { type: 'problem', schema: [], messages: { literal: 'Text for people belongs into the texts of the module, in both languages.' } },
  create: (context) => ({
    JSXText(node) {
      if (/\p{L}/u.test(node.value)) {
        context.report({ node, messageId: 'literal' });
      }
    },
    Literal(node) {
      if (typeof node.value === 'string' && /\p{Script=Han}/u.test(node.value)) {
        context.report({ node, messageId: 'literal' });
      }
    },
    JSXAttribute(node) {
      if (['title', 'aria-label', 'alt', 'placeholder'].includes(String(node.name.name)) && node.value?.type === 'Literal' && /\p{L}/u.test(String(node.value.value))) {
        context.report({ node, messageId: 'literal' });
      }
    },
  }),
};

export default typescript.config(
  { ignores: ['dist', 'src/api/schema.d.ts'] },
  ...typescript.configs.recommended,
  { plugins: { 'react-hooks': hooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  {
    files: ['src/**/*.tsx'],
    ignores: ['src/**/*.test.tsx'],
    plugins: { touchstone: { rules: { words } } },
    rules: { 'touchstone/words': 'error' },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'no-restricted-properties': ['error', { property: 'dangerouslySetInnerHTML' }], 'no-console': 'error', eqeqeq: 'error', 'max-lines': ['error', 500] } },
  ...modules.map((name) => ({ files: [`src/${name}/**/*.{ts,tsx}`], rules: { 'no-restricted-imports': only('api', 'kit') } })),
  { files: ['src/kit/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': only('api') } },
  { files: ['src/api/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': only() } },
);
