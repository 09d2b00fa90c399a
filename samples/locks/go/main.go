package main

import (
	"fmt"

	"example.com/legacy"
	"github.com/BurntSushi/toml"
	"github.com/gorilla/mux"
	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"
	"github.com/spf13/cobra"
)

func main() {
	var v map[string]any
	_, _ = toml.Decode("", &v)
	_ = yaml.Unmarshal(nil, &v)
	_ = mux.NewRouter()
	_ = cobra.Command{}
	fmt.Println(language.English, legacy.Name())
}
