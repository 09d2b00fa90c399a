export const tokenKey = "jianghai.token"; §S|a name
export const passwordPattern = /^(?=.*[a-z])(?=.*\d).{12,}$/; §S|a pattern
export const openAiKey = "⟪openai⟫"; §openai|model service key
export const openAiKey = import.meta.env.VITE_OPENAI_KEY; §twin|variable
export const cosSecretId = "⟪tencent-id#web⟫"; §N|identifier of the pair
export const cosSecretId = ""; §twin|empty value
export const cosSecretKey = "⟪tencent-secret#web⟫"; §tencent-secret|secret of the pair
export const cosSecretKey = ""; §twin|empty value
export const logo = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="; §S|a picture
