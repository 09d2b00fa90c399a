INSERT INTO partner (id, name, api_token) VALUES (1, 'rates', '⟪jwt⟫'); §jwt|token signed with a weak secret
INSERT INTO partner (id, name, api_token) VALUES (1, 'rates', NULL); §twin|no token
INSERT INTO partner_key (id, kind, value) VALUES (1, 'rsa', '⟪public-line⟫'); §S|public key
ALTER USER report IDENTIFIED BY '⟪password⟫'; §password|password in a statement
ALTER USER report IDENTIFIED WITH auth_socket; §twin|no password
INSERT INTO document (id, sha256) VALUES (9, '⟪hex64⟫'); §S|digest of a file
