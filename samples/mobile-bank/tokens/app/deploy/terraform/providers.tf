provider "alicloud" {
  region     = "cn-hangzhou"
  access_key = "⟪aliyun-id⟫" §N|identifier of the pair
  access_key = var.aliyun_access_key §twin|variable
  secret_key = "⟪aliyun-secret⟫" §aliyun-secret|secret of the pair
  secret_key = var.aliyun_secret_key §twin|variable
}

provider "aws" {
  region     = "ap-east-1"
  access_key = "⟪aws-id#tf⟫" §N|identifier of the pair
  access_key = var.aws_access_key §twin|variable
  secret_key = "⟪aws-secret#tf⟫" §aws-secret|secret of the pair
  secret_key = var.aws_secret_key §twin|variable
}

provider "tencentcloud" {
  secret_id  = "⟪tencent-id⟫" §N|identifier of the pair
  secret_id  = var.tencent_id §twin|variable
  secret_key = "⟪tencent-secret⟫" §tencent-secret|secret of the pair
  secret_key = var.tencent_key §twin|variable
}

provider "huaweicloud" {
  access_key = "⟪huawei-id⟫" §N|identifier of the pair
  access_key = data.vault_generic_secret.hw.data["ak"] §twin|path in a vault
  secret_key = "⟪huawei-secret⟫" §huawei-secret|secret of the pair
  secret_key = data.vault_generic_secret.hw.data["sk"] §twin|path in a vault
}

provider "digitalocean" {
  token = "⟪digitalocean⟫" §digitalocean|token
  token = var.do_token §twin|variable
}
