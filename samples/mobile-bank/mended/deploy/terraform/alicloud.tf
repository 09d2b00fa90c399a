provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_kms_key" "bank" {
  description            = "mobile bank"
  pending_window_in_days = 30
  automatic_rotation     = "Enabled"
  rotation_interval      = "365d"
}

resource "alicloud_oss_bucket" "statements" {
  bucket = "jianghai-statements"
  acl    = "private"
  server_side_encryption_rule {
    sse_algorithm     = "KMS"
    kms_master_key_id = alicloud_kms_key.bank.id
  }
  logging {
    target_bucket = "jianghai-access-logs"
    target_prefix = "statements/"
  }
  versioning {
    status = "Enabled"
  }
}

resource "alicloud_oss_bucket" "reports" {
  bucket = "jianghai-reports"
  acl    = "private"
  server_side_encryption_rule {
    sse_algorithm     = "KMS"
    kms_master_key_id = alicloud_kms_key.bank.id
  }
  logging {
    target_bucket = "jianghai-access-logs"
    target_prefix = "reports/"
  }
  versioning {
    status = "Enabled"
  }
}

resource "alicloud_security_group_rule" "ssh" {
  security_group_id = "sg-jianghai"
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "22/22"
  cidr_ip           = var.office
}

resource "alicloud_security_group_rule" "rdp" {
  security_group_id = "sg-jianghai"
  type              = "ingress"
  ip_protocol       = "tcp"
  port_range        = "3389/3389"
  cidr_ip           = "10.20.6.0/24"
}

resource "alicloud_disk" "archive" {
  zone_id    = "cn-hangzhou-h"
  size       = 200
  encrypted  = true
  kms_key_id = alicloud_kms_key.bank.id
}

resource "alicloud_instance" "app" {
  instance_name                 = "mobile-app"
  image_id                      = "aliyun_3_x64_20G_alibase_20251030.vhd"
  instance_type                 = "ecs.g8i.large"
  security_groups               = ["sg-jianghai"]
  vswitch_id                    = var.subnet_ids[0]
  system_disk_encrypted         = true
  system_disk_kms_key_id        = alicloud_kms_key.bank.id
  deletion_protection           = true
  security_enhancement_strategy = "Active"
  http_tokens                   = "required"
  key_name                      = "ops-2026"
  internet_max_bandwidth_out    = 0
}

resource "alicloud_db_instance" "bank" {
  engine                     = "MySQL"
  engine_version             = "8.0"
  instance_type              = "mysql.n4.large.2c"
  instance_storage           = 100
  vswitch_id                 = var.subnet_ids[0]
  security_ips               = ["10.20.4.0/24"]
  ssl_action                 = "Open"
  tde_status                 = "Enabled"
  encryption_key             = alicloud_kms_key.bank.id
  sql_collector_status       = "Enabled"
  sql_collector_config_value = 180
  deletion_protection        = true
}

resource "alicloud_ram_policy" "ops" {
  policy_name     = "mobile-ops"
  policy_document = <<-EOT
    {
      "Version": "1",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["oss:GetObject"],
          "Resource": "acs:oss:*:*:jianghai-statements/*"
        }
      ]
    }
  EOT
}

resource "alicloud_ram_account_password_policy" "staff" {
  minimum_password_length      = 14
  require_lowercase_characters = true
  require_uppercase_characters = true
  require_numbers              = true
  require_symbols              = true
  max_password_age             = 90
  password_reuse_prevention    = 24
  max_login_attempts           = 5
}

resource "alicloud_slb_listener" "front" {
  load_balancer_id      = "lb-jianghai"
  frontend_port         = 443
  protocol              = "https"
  tls_cipher_policy     = "tls_cipher_policy_1_2_strict"
  server_certificate_id = "cert-mobile"
  bandwidth             = 50
}

resource "alicloud_actiontrail_trail" "audit" {
  trail_name      = "audit"
  oss_bucket_name = "jianghai-audit"
  event_rw        = "All"
  trail_region    = "All"
  status          = "Enable"
}

resource "alicloud_cs_managed_kubernetes" "bank" {
  name                         = "mobile-bank"
  cluster_spec                 = "ack.pro.small"
  vswitch_ids                  = var.subnet_ids
  pod_vswitch_ids              = var.subnet_ids
  service_cidr                 = "172.21.0.0/20"
  deletion_protection          = true
  encryption_provider_key      = alicloud_kms_key.bank.id
  slb_internet_enabled         = false
  control_plane_log_components = ["apiserver", "kcm", "scheduler", "controlplane-events"]
}
