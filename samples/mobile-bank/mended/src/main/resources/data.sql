insert into customer (id, username, full_name, city, staff, activation_code) values
  (1, 'lin.yue', 'Lin Yue', 'Wuhan', false, 'JH-4711'),
  (2, 'chen.bo', 'Chen Bo', 'Nanjing', false, 'JH-4712'),
  (3, 'wu.min', 'Wu Min', 'Wuhan', true, 'JH-4713');

insert into account (id, customer_id, number, nickname, currency, balance) values
  (100, 1, 'JH0000000100', 'daily', 'CNY', 8200.00),
  (101, 1, 'JH0000000101', 'savings', 'CNY', 52000.00),
  (200, 2, 'JH0000000200', 'daily', 'CNY', 1400.50);

insert into payee (customer_id, name, account_number) values
  (1, 'Water works', 'JH0000009001'),
  (2, 'Lin Yue', 'JH0000000100');
