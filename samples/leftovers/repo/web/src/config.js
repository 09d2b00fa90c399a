export default {
  baseUrl: "https://api.jianghai.example",
  passwordPattern: /^(?=.*[a-z])(?=.*\d).{12,}$/,
  tokenKey: "jh_token",
  clientId: "40ab45d8-2441-43a9-9f32-24a63f730642",
  clientSecret: "bDJBtXiuSpjvmfF9x2NJKYsPni6rF5BV54E29ENA",
  aesKey: "Xgj23R2G7Xt2fCvs",
  aesIv: "m7i9UKrAEHQarYFU",
  logo: "data:image/png;base64,iVBORw0KGgoQU7BQmd794k9mwPhFuYpYwfM4DFKsskeUnZuAsi6cmZP5v2KZedASp8kgye8GzgnN5eNnRn3hT7UpzTv=",
  i18n: { password: "密码", token: "令牌" },
};
