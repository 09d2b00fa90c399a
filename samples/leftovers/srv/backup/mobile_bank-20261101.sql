-- MySQL dump 10.13  Distrib 8.4.3, for Linux (x86_64)
-- Host: 10.20.3.11    Database: mobile_bank
DROP TABLE IF EXISTS `staff`;
CREATE TABLE `staff` (
  `id` int NOT NULL AUTO_INCREMENT,
  `login` varchar(40) NOT NULL,
  `password` varchar(100) NOT NULL,
  `password_changed_at` datetime DEFAULT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
INSERT INTO `staff` VALUES (1,'admin','$2a$10$sIUoFX9RgPWGwslViDhtIvfIft/za6vX8f.LMVYkGJjGNOJmpbOPT','2026-03-01 10:00:00');
INSERT INTO `staff` VALUES (2,'zhaomin','$2a$10$kfLJKXZW7V76sBDfHNJ3Fw89xGgKbSJd/hY1AGKgNvXe3msz5quVd','2026-03-04 09:12:31');
INSERT INTO `staff` VALUES (3,'auditor','3e896d31e99d06ab55cf93af807d5706',NULL);
CREATE TABLE `api_client` (
  `client_id` varchar(40) NOT NULL,
  `client_secret` varchar(80) NOT NULL,
  `fingerprint` char(64) NOT NULL
);
INSERT INTO `api_client` (`client_id`,`client_secret`,`fingerprint`) VALUES ('pos','TDxCaT3AFNXMWtiPNNMfpdSHJwDdLzrFTwMbSegm','ab4b353e11d4647fd8ebce3b0b9b6c6d2b046befe50df2095f665579bc30807a');
INSERT INTO `document` (`id`,`sha256`) VALUES (88,'ebc990d3e24f60d0dce2a9ae86fc2364f782bd3fb942cc648990ac6323741884');
INSERT INTO `notice` (`id`,`title`,`body`) VALUES (5,'Reset password','Use the link in the mail to set a new password.');
CREATE USER 'report'@'%' IDENTIFIED BY 'rMfd!6pMuD@J2tu';
CREATE USER 'etl'@'10.20.%' IDENTIFIED WITH mysql_native_password AS '*3F44C6FC717E1D4797E13292E9C5F67294CAEFF1';
GRANT SELECT ON `mobile_bank`.* TO 'report'@'%';
