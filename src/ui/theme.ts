import type { ThemeConfig } from 'antd'

/** The same colours as in site.css, for the kit. Everything written in them stands at 4.5:1 on white or better. */
export const colours = {
  ink: '#1f2328',
  quiet: '#59636e',
  line: '#d9dde3',
  press: '#0958d9',
  good: '#1a6b32',
  bad: '#b3261e',
}

/** Five hues that differ in lightness too: grey print and colour-blind eyes can tell them apart. */
export const hues = ['#1b365d', '#2f7f86', '#b9791a', '#8d4a78', '#7b8794']

export const theme: ThemeConfig = {
  token: {
    // Panels stand or are gone: on old office machines a fade is only a wait, and what half shows cannot be read.
    motion: false,
    colorPrimary: colours.press,
    colorInfo: colours.press,
    colorLink: colours.press,
    colorLinkHover: colours.press,
    colorLinkActive: colours.press,
    colorText: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextTertiary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#67717c',
    colorBorder: '#b8bfc8',
    colorError: colours.bad,
    colorErrorBg: '#fdf1f0',
    colorErrorBorder: '#e6b0ac',
    colorSuccess: colours.good,
    colorSuccessBg: '#eff7f0',
    colorSuccessBorder: '#a9d0b1',
    colorWarning: '#8a4b00',
    colorWarningBg: '#fdf6e9',
    colorWarningBorder: '#e6c993',
    borderRadius: 4,
    borderRadiusLG: 4,
    fontSize: 14,
    controlHeight: 36,
    controlHeightLG: 44,
    boxShadow: '0 2px 8px rgba(31, 35, 40, 0.12)',
    boxShadowSecondary: '0 2px 8px rgba(31, 35, 40, 0.12)',
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      // The kit's own lighter blue of a button under the pointer is too pale to read.
      defaultHoverColor: colours.press,
      defaultHoverBorderColor: colours.press,
    },
  },
}
