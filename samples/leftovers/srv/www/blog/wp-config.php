<?php
define('DB_NAME', 'press');
define('DB_USER', 'press');
define('DB_PASSWORD', 'HongqiaoFalcon541');
define('DB_HOST', '10.20.3.12');
define('DB_CHARSET', 'utf8mb4');
define('AUTH_KEY',         'bMFZVWQpamierrFrCVc7PWGdXTQT7zCqVcUWCcRS539rwYev7Q82AMQuBjppJJWN');
define('SECURE_AUTH_KEY',  't2ReaESQWEdBpbjEqf5eDUAjCMn58RCb59W3Wkkv7KmQB4m3BjvxpdCbkGCmA2Eu');
define('LOGGED_IN_KEY',    'put your unique phrase here');
define('NONCE_KEY',        'TZepDFtJCwN7RESdjDdJTLsMg8zHMTfjRBq27Agqnm4gBzdNFHaZQG2ZmU3eSPSH');
define('AUTH_SALT',        'kDYkHzyLQqBmcnxZAbK4gEkXWewyn5gKR5wZZZxBUQgRv89aHdiMx55WcPf8Np6L');
define('SECURE_AUTH_SALT', getenv('WP_SECURE_AUTH_SALT'));
$table_prefix = 'wp_';
define('FTP_PASS', '');
define('WP_DEBUG', false);
