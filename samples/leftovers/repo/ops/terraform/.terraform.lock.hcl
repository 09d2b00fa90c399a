provider "registry.terraform.example/aliyun/alicloud" {
  version = "1.262.1"
  hashes = [
    "h1:SlcbdbZggT01lN2vEzY4TdQwmNRpAJMiJ3p3tIOKxyo=",
    "zh:b807b42ba389e8a839442d85da5052065239c9797c1b76478d028aae6d81ddd3",
    "zh:ce8fecbfcb04f096e1d3b1c9d446f64e744a1c4c1fb824bd0d662baf92d7c20d",
  ]
}
