import type { ThemeConfig } from 'antd';
import { theme } from 'antd';
import { antd, elevation, type as typeface } from './tokens.json';

import type { Mode } from '../kit/preferences';

/** The theme of the Ant Design components; its colours are those of the tokens. */
export function antdTheme(mode: Mode): ThemeConfig {
  const { token, components } = antd[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { prefix: 'ts', key: `ts-${mode}` },
    hashed: false,
    token: {
      ...token,
      fontFamily: `"Inter Variable", ${typeface.family.ui}`,
      fontFamilyCode: `"JetBrains Mono Variable", ${typeface.family.mono}`,
      boxShadow: elevation[mode].modal,
      boxShadowSecondary: elevation[mode].popover,
    },
    components,
  };
}
