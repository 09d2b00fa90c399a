provider "tencentcloud" {
  region = "ap-shanghai"
}

resource "tencentcloud_cos_bucket" "statements" {
  bucket               = "jianghai-statements-1250000000"
  acl                  = "private"
  encryption_algorithm = "AES256"
  versioning_enable    = true
  log_enable           = true
  log_target_bucket    = "jianghai-logs-1250000000"
  log_prefix           = "statements/"
}

resource "tencentcloud_security_group_rule_set" "app" {
  security_group_id = "sg-jianghai"
  ingress {
    action      = "ACCEPT"
    cidr_block  = "10.20.0.0/16"
    protocol    = "TCP"
    port        = "22"
    description = "remote shell"
  }
  egress {
    action      = "ACCEPT"
    cidr_block  = "10.20.0.0/16"
    protocol    = "TCP"
    port        = "443"
    description = "inside"
  }
}

resource "tencentcloud_cbs_storage" "archive" {
  storage_name      = "archive"
  storage_type      = "CLOUD_SSD"
  storage_size      = 200
  availability_zone = "ap-shanghai-2"
  encrypt           = true
}

resource "tencentcloud_instance" "app" {
  instance_name            = "mobile-app"
  availability_zone        = "ap-shanghai-2"
  image_id                 = "img-487zeit5"
  instance_type            = "S6.MEDIUM4"
  allocate_public_ip       = false
  disable_security_service = false
  disable_monitor_service  = false
  system_disk_type         = "CLOUD_PREMIUM"
  system_disk_size         = 50
}

resource "tencentcloud_mysql_instance" "bank" {
  instance_name    = "mobile-bank"
  engine_version   = "8.0"
  mem_size         = 4000
  volume_size      = 200
  root_password    = var.db_password
  internet_service = 0
  slave_sync_mode  = 1
}

resource "tencentcloud_clb_listener" "front" {
  clb_id               = "lb-jianghai"
  listener_name        = "front"
  port                 = 443
  protocol             = "HTTPS"
  certificate_ssl_mode = "UNIDIRECTIONAL"
  certificate_id       = "cert-mobile"
}
