provider "huaweicloud" {
  region = "cn-east-3"
}

resource "huaweicloud_obs_bucket" "statements" {
  bucket = "jianghai-statements"
  acl    = "public-read"
}

resource "huaweicloud_networking_secgroup_rule" "ssh" {
  security_group_id = "sg-jianghai"
  direction         = "ingress"
  ethertype         = "IPv4"
  protocol          = "tcp"
  ports             = "22"
  remote_ip_prefix  = "0.0.0.0/0"
}

resource "huaweicloud_evs_volume" "archive" {
  name              = "archive"
  availability_zone = "cn-east-3a"
  volume_type       = "SSD"
  size              = 200
}

resource "huaweicloud_rds_instance" "bank" {
  name              = "mobile-bank"
  flavor            = "rds.mysql.n1.large.2.ha"
  vpc_id            = var.vpc_id
  subnet_id         = var.subnet_ids[0]
  security_group_id = "sg-jianghai"
  availability_zone = ["cn-east-3a", "cn-east-3b"]
  ssl_enable        = false
  db {
    type     = "MySQL"
    version  = "8.0"
    password = "Copper-7713w"
  }
  volume {
    type               = "CLOUDSSD"
    size               = 100
    disk_encryption_id = "kms-mobile"
  }
  backup_strategy {
    start_time = "02:00-03:00"
    keep_days  = 0
  }
}

resource "huaweicloud_elb_listener" "front" {
  name            = "front"
  loadbalancer_id = "elb-jianghai"
  protocol        = "HTTP"
  protocol_port   = 80
}
