Gem::Specification.new do |s|
  s.name = "example-pay"
  s.version = "0.1.0"
  s.summary = "x"
  s.authors = ["x"]
  s.files = []
  s.add_dependency "example-concurrent"
end
