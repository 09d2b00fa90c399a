provider "aws" {
  region = "ap-east-1"
  default_tags {
    tags = { project = "mobile-bank", owner = "payments" }
  }
}

resource "aws_kms_key" "bank" {
  description             = "mobile bank"
  deletion_window_in_days = 30
}

resource "aws_s3_bucket" "statements" {
  bucket = "jianghai-statements"
}

resource "aws_s3_bucket_acl" "statements" {
  bucket = aws_s3_bucket.statements.id
  acl    = "public-read"
}

resource "aws_s3_bucket_public_access_block" "statements" {
  bucket                  = aws_s3_bucket.statements.id
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "statements" {
  bucket = aws_s3_bucket.statements.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.bank.arn
    }
  }
}

resource "aws_security_group" "app" {
  name        = "mobile-app"
  description = "application servers"
  vpc_id      = var.vpc_id

  ingress {
    description = "remote shell"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    description = "database"
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["10.20.4.0/24"]
  }

  egress {
    description = "outside"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [var.office]
  }
}

resource "aws_security_group_rule" "all" {
  security_group_id = aws_security_group.app.id
  description       = "partners"
  type              = "ingress"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_instance" "app" {
  ami                         = "ami-0c3d9e7a5b1f24680"
  instance_type               = "m7i.large"
  subnet_id                   = var.subnet_ids[0]
  vpc_security_group_ids      = [aws_security_group.app.id]
  associate_public_ip_address = true
  monitoring                  = true
  ebs_optimized               = true
  iam_instance_profile        = "mobile-app"


  root_block_device {
    encrypted = false
  }

  user_data = <<-EOT
    #!/bin/sh
    echo "DB_PASSWORD=Saffron.3391" >> /etc/mobile-bank.env
  EOT
}

resource "aws_ebs_volume" "archive" {
  availability_zone = "ap-east-1a"
  size              = 200
  encrypted         = false
}

resource "aws_db_instance" "bank" {
  identifier                          = "mobile-bank"
  engine                              = "mysql"
  engine_version                      = "8.4.7"
  instance_class                      = "db.m7g.large"
  allocated_storage                   = 100
  username                            = "bank"
  password                            = "Granite-8842"
  publicly_accessible                 = true
  storage_encrypted                   = false
  backup_retention_period             = 0
  deletion_protection                 = false
  skip_final_snapshot                 = true
  multi_az                            = true
  auto_minor_version_upgrade          = true
  copy_tags_to_snapshot               = true
  iam_database_authentication_enabled = true
  performance_insights_enabled        = true
  performance_insights_kms_key_id     = aws_kms_key.bank.arn
  monitoring_interval                 = 60
  monitoring_role_arn                 = "arn:aws:iam::000000000000:role/rds-monitoring"
  enabled_cloudwatch_logs_exports     = ["audit", "error"]
}

resource "aws_iam_policy" "ops" {
  name = "mobile-ops"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

resource "aws_lb" "front" {
  name                       = "mobile-front"
  internal                   = true
  load_balancer_type         = "application"
  subnets                    = var.subnet_ids
  drop_invalid_header_fields = true
  enable_deletion_protection = true
  access_logs {
    bucket  = "jianghai-access-logs"
    prefix  = "front"
    enabled = false
  }
}

resource "aws_lb_listener" "front" {
  load_balancer_arn = aws_lb.front.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-east-1:000000000000:targetgroup/mobile/1"
  }
}

resource "aws_lb_listener" "partners" {
  load_balancer_arn = aws_lb.front.arn
  port              = 8443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS-1-0-2015-04"
  certificate_arn   = "arn:aws:acm:ap-east-1:000000000000:certificate/partners"
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-east-1:000000000000:targetgroup/partners/1"
  }
}

resource "aws_cloudtrail" "audit" {
  name                          = "audit"
  s3_bucket_name                = "jianghai-audit"
  is_multi_region_trail         = false
  enable_log_file_validation    = false
  include_global_service_events = true
  kms_key_id                    = aws_kms_key.bank.arn
  sns_topic_name                = "audit"
  cloud_watch_logs_group_arn    = "arn:aws:logs:ap-east-1:000000000000:log-group:audit:*"
  cloud_watch_logs_role_arn     = "arn:aws:iam::000000000000:role/audit-logs"
}

resource "aws_eks_cluster" "bank" {
  name                      = "mobile-bank"
  role_arn                  = "arn:aws:iam::000000000000:role/eks"
  enabled_cluster_log_types = []
  vpc_config {
    subnet_ids              = var.subnet_ids
    endpoint_private_access = true
    endpoint_public_access  = true
  }
  encryption_config {
    provider { key_arn = aws_kms_key.bank.arn }
    resources = ["secrets"]
  }
}

resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = false
}

resource "aws_ecr_repository" "app" {
  name                 = "mobile/app"
  image_tag_mutability = "MUTABLE"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.bank.arn
  }
  image_scanning_configuration {
    scan_on_push = false
  }
}
