module git.example.com/example/shop/v2

go 1.21

require (
	example.com/legacy v0.0.0
	github.com/BurntSushi/toml v1.2.1
	github.com/gorilla/mux v1.8.0
	github.com/spf13/cobra v1.7.0
	github.com/stretchr/testify v1.8.1
	golang.org/x/text v0.3.7
	gopkg.in/yaml.v3 v3.0.1
)

require (
	github.com/davecgh/go-spew v1.1.1 // indirect
	github.com/google/uuid v1.3.0 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/pmezard/go-difflib v1.0.0 // indirect
	github.com/spf13/pflag v1.0.5 // indirect
)

replace example.com/legacy => ./internal/legacy

replace gopkg.in/yaml.v3 => gopkg.in/yaml.v3 v3.0.1

replace golang.org/x/text v0.3.7 => github.com/golang/text v0.3.8
