package dev.touchstone.scanners.secrets;

import com.google.re2j.Pattern;
import java.util.Locale;

/** What the path of a file says about how to read it. */
record Place(String path, String folded, Kind kind, boolean example, boolean quiet) {

    /** How assignments look there. */
    enum Kind {
        /** Only a quoted text is a value. */
        CODE,
        /** A value may stand without quotes, up to the end of the line. */
        CONFIG,
        YAML,
        JSON,
        XML,
        SHELL,
        /** A word, a space, a value; or anything else that settings look like. */
        PLAIN,
        /** Written for people; most of it is no assignment. */
        PROSE
    }

    private static final Pattern CODE =
            Pattern.compile(
                    ".*\\.(java|kt|kts|scala|groovy|gradle|js|jsx|ts|tsx|mjs|cjs|py|go|rs|c|h|cc|cpp|hpp|cs|vb|php|phtml|inc|rb|erb|pl|pm"
                            + "|swift|m|mm|lua|dart|ex|exs|erl|hrl|clj|cljs|r|jl|ps1|psm1|psd1|vbs|bas|jsp|jspx|asp|aspx|ascx|cshtml|vue|svelte|sql|ddl|dml"
                            + "|proto|graphql|gql|tf|hcl|tfvars|nix|jenkinsfile|bicep|sol|zig|nim|f90|pas|ipynb|ftl|vm|css|scss|less|rego|cel|tpl|j2|cue)"
                            + "|(.*/)?(jenkinsfile|vagrantfile|rakefile|gemfile|podfile|fastfile|brewfile|capfile)");
    private static final Pattern SHELL =
            Pattern.compile(
                    ".*\\.(sh|bash|zsh|ksh|csh|fish|bat|cmd|command|mk)|(.*/)?(dockerfile|containerfile|makefile|crontab|procfile)[^/]*|.*\\.(dockerfile|cron)"
                            + "|(.*/)?\\.?(bash|zsh|ksh|sh|csh|tcsh|fish)?_?(profile|bashrc|zshrc|zshenv|zprofile|kshrc|cshrc|shrc|login|logout|aliases|bash_aliases|history|exports|envrc|zlogin|bash_login|bash_logout|xprofile|xinitrc|functions|extra)"
                            + "|(.*/)?\\.[a-z0-9_]*_?history|(.*/)?cron\\.d/[^/]*");
    private static final Pattern YAML =
            Pattern.compile(
                    ".*\\.(ya?ml|sls|eyaml|raml)(\\.[a-z0-9_-]+)?|(.*/)?\\.?(gemrc|clang.*|travis|condarc)");
    private static final Pattern JSON =
            Pattern.compile(
                    ".*\\.(json5?|jsonc|har|tfstate|tfstate\\.backup|webmanifest|avsc|code-workspace|sublime-[a-z]+|postman_[a-z]+|template|dockercfg)|(.*/)?\\.(dockercfg|ftpconfig|eslintrc|babelrc|bowerrc|jshintrc|remote-sync)");
    private static final Pattern XML =
            Pattern.compile(
                    ".*\\.(xml|xsd|wsdl|xsl|xslt|config|html?|xhtml|plist|svg|jmx|csproj|vbproj|props|targets|pubxml|publishsettings|ncx|rdg|xaml|resx|dtsx|dsn|"
                            + "fxml|iml|nuspec|cscfg|csdef|jelly|jnlp|ppx|mobileconfig|testsuite)(\\.[a-z]+)?");
    private static final Pattern PROSE =
            Pattern.compile(
                    ".*\\.(md|markdown|txt|rst|adoc|asciidoc|tex|log|out|po|pot|srt|eml|csv|tsv|diff|patch|org|textile|wiki)|(.*/)?(readme|changelog|licen[sc]e|notice|authors|contributing)[^/]*");
    private static final Pattern CONFIG =
            Pattern.compile(
                    ".*\\.(properties|ini|conf|cfg|cnf|env|toml|inf|reg|desktop|service|ovpn|prefs|opts|editorconfig|npmrc|settings|config_?)(\\.[a-z0-9_-]+)?"
                            + "|(.*/)?\\.?env(\\.[a-z0-9_.-]+)?|(.*/)?\\.?[a-z0-9_-]+\\.env|(.*/)?\\.(npmrc|yarnrc|s3cfg|boto|pypirc|gitconfig|hgrc|my\\.cnf|flaskenv|curlrc|wgetrc)|(.*/)?(config|credentials)");
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "(^|.*[/._-])(examples?|samples?|templates?|dist|skeleton|placeholder|default|demo|tpl|j2)([/._-].*|$)");

    /** Written by a tool or for translators; only tokens that prove themselves count there. */
    private static final Pattern QUIET =
            Pattern.compile(
                    "(.*/)?(package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock|pnpm-lock\\.yaml|composer\\.lock|cargo\\.lock|gemfile\\.lock|poetry\\.lock|"
                            + "uv\\.lock|go\\.sum|pipfile\\.lock|packages\\.lock\\.json|bun\\.lock|flake\\.lock|gradle\\.lockfile|verification-metadata\\.xml|project\\.assets\\.json)"
                            + "|.*\\.(min\\.js|min\\.css|map|svg|css|scss|less|po|pot|snap|xlf|xliff|strings|resx|bundle\\.js|srt|ipynb|d\\.ts|asc|ppk|sig|pub|crt|cer)"
                            + "|(.*/)?(locales?|i18n|lang|langs|translations?|l10n|node_modules)/.*|(.*/)?(messages|validationmessages|errors|labels|i18n)([_-][a-z_]+)?\\.(properties|ya?ml|json)"
                            + "|(.*/)?(known_hosts|authorized_keys)2?");

    static Place of(String path) {
        String folded = path.toLowerCase(Locale.ROOT);
        String name = folded.substring(folded.lastIndexOf('/') + 1);
        return new Place(
                path, folded, kind(folded, name), EXAMPLE.matches(name), QUIET.matches(folded));
    }

    private static Kind kind(String path, String name) {
        String bare =
                name.replaceFirst(
                        "\\.(bak|old|orig|save|backup|swp|example|sample|dist|tmpl|erb|[0-9]+|dev|prod|test|local|default)$|~$",
                        "");
        if (CODE.matches(bare)) return Kind.CODE;
        if (YAML.matches(bare)) return Kind.YAML;
        if (JSON.matches(bare)) return Kind.JSON;
        if (XML.matches(bare)) return Kind.XML;
        if (CONFIG.matches(bare)) return Kind.CONFIG;
        if (SHELL.matches(bare) || SHELL.matches(path)) return Kind.SHELL;
        return PROSE.matches(bare) ? Kind.PROSE : Kind.PLAIN;
    }
}
