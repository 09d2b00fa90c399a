<?php
$config['db']['host'] = 'localhost';
$config['db']['user'] = 'shop';
$config['db']['pass'] = 'Lanshan-2904';
$config['encryption_key'] = '2c7f03dca3be4cb1988f699f1e2d6d95';
$config['smtp'] = array('host' => 'smtp.jianghai.example', 'user' => 'shop', 'password' => 'son.Xinghu37_');
$config['recaptcha']['secret'] = $_ENV['RECAPTCHA_SECRET'];
$config['password_min_length'] = 10;
$lang['password'] = '密码';
$lang['forgot_password'] = 'Forgot your password?';
$dsn = "mysql:host=localhost;dbname=shop;user=shop;password=7QaQ_Tikvf.peyp";
$link = mysqli_connect('10.20.3.12', 'shop', 'Pingan*8749', 'shop');
