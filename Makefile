# Thin: what is built from what, and nothing else. Stamps in build/ keep unchanged parts untouched.
.DELETE_ON_ERROR:
.SUFFIXES:
SHELL := /bin/sh
ROLE ?= security
MAVEN := mvn -B -Dstyle.color=never -Dmaven.artifact.threads=10
ifndef STEP_BEGAN
STEP_BEGAN := $(shell date +%s)
endif
export STEP_BEGAN

needs_java := $(filter-out stop clean help,$(or $(MAKECMDGOALS),build))
ifneq ($(needs_java),)
JAVA_HOME := $(shell .ci/find-jdk)
ifeq ($(JAVA_HOME),)
$(error no JDK 25, see above)
endif
export JAVA_HOME
export MAVEN_OPTS := --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow $(MAVEN_OPTS)
foreign := $(shell .ci/foreign-outputs)
ifneq ($(foreign),)
$(error $(foreign))
endif
endif

modules := contract formats engine scanners server cli
sources := pom.xml $(modules:=/pom.xml) $(shell find $(modules:=/src/main) -type f 2>/dev/null)
web := $(if $(wildcard web/package.json),build/web.jar)
samples := build/sample-weak build/sample-mended

.PHONY: build demo stop link tokens test browser screenshots bench bench-peers accuracy corpus oracle format clean help

build: build/java $(web)

build/java: $(sources)
	@.ci/step "Building the platform" $(MAVEN) package -DskipTests -pl server,cli -am
	@touch $@

web/node_modules/.stamp: web/package-lock.json
	@.ci/step "Fetching the user interface's libraries" npm --prefix web ci --no-audit --no-fund
	@touch $@

build/web.jar: web/node_modules/.stamp $(shell find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -print 2>/dev/null)
	@.ci/step "Building the user interface" npm --prefix web run build
	@rm -rf build/web && mkdir -p build/web/static && cp -R web/dist/. build/web/static
	@"$(JAVA_HOME)/bin/jar" --create --date 2026-11-25T00:00:00Z --file $@ -C build/web .

build/sample-%: samples/mobile-bank/%/pom.xml $(shell find samples/mobile-bank -path '*/target' -prune -o -type f -name '*.java' -print)
	@.ci/step "Compiling samples/mobile-bank/$*" $(MAVEN) -f $< compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
	@mkdir -p build && touch $@

# Tokens that look like a provider's are made here, never committed; the committed sheets say where they must be.
build/samples/tokens: $(shell find samples/mobile-bank/tokens -type f) $(wildcard samples/*/answers-tokens.csv)
	@.ci/step "Planting tokens"
	@for set in app:mobile-bank leftovers:leftovers; do \
	    to=build/samples/$${set#*:}-tokens && rm -rf $$to && mkdir -p $$to && \
	    "$(JAVA_HOME)/bin/java" samples/mobile-bank/tokens/MakeTokens.java samples/mobile-bank/tokens/$${set%:*} $$to && \
	    cmp $$to/answers-tokens.csv samples/$${set#*:}/answers-tokens.csv || exit 1; done
	@touch $@

tokens: build/samples/tokens

demo: build $(samples)
	@./touchstone demo

stop:
	@./touchstone stop

link:
	@./touchstone demo --link $(ROLE)

test: build/web-test build/samples/tokens
	@.ci/step "Running the Java tests"
	@$(MAVEN) -ntp verify

# The user interface's own checks; nothing to do while web/ is absent or unchanged.
build/web-test: $(web)
	@if [ -f web/package.json ]; then \
	    .ci/step "Checking the user interface: lint" npm --prefix web run lint && \
	    .ci/step "Checking the user interface: tests" npm --prefix web test; fi
	@mkdir -p build && touch $@

browser: build $(samples)
	@.ci/browser

# A picture of every page into build/screenshots; narrow them with ONLY=findings SHOTS=zh-CN.light.1440 STATES=full.
screenshots: build $(samples)
	@.ci/browser screenshots

bench: build/java
	@.ci/step "Building the benchmarks" $(MAVEN) package -DskipTests -pl bench -am
	@TOUCHSTONE_TEST_READS=$(CURDIR) .ci/bin/java -Xmx2g -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
	    -cp "bench/target/classes:$(wildcard server/target/touchstone-server-*.jar):server/target/lib/*:cli/target/lib/*" dev.touchstone.bench.Bench $(ONLY)

# The embedded scanners beside programs of others, which are fetched by their ordinary clients; writes their tables in docs/accuracy.md.
GITLEAKS := v8.30.1
build/peers/gitleaks:
	@mkdir -p build/peers
	@.ci/step "Fetching gitleaks" env GOBIN=$(CURDIR)/build/peers go install github.com/zricethezav/gitleaks/v8@$(GITLEAKS)

CHECKOV := 3.3.30
build/peers/checkov/bin/checkov:
	@mkdir -p build/peers
	@.ci/step "Fetching checkov" sh -c 'python3 -m venv build/peers/checkov && build/peers/checkov/bin/pip install -q checkov==$(CHECKOV)'

bench-peers: build/java build/peers/gitleaks build/peers/checkov/bin/checkov
	@.ci/step "Building the benchmarks" $(MAVEN) package -DskipTests -pl bench,cli -am
	@"$(JAVA_HOME)/bin/java" -cp "bench/target/classes:cli/target/lib/*" dev.touchstone.bench.peers.SecretPeers $(GITLEAKS)
	@"$(JAVA_HOME)/bin/java" -cp "bench/target/classes:cli/target/lib/*" dev.touchstone.bench.peers.InfrastructurePeers $(CHECKOV)

# Writes docs/accuracy.md and the measured precision of rules; with CHECK=--check it only compares.
accuracy: build/java $(samples) build/samples/tokens
	@.ci/step "Building what counts" $(MAVEN) package -DskipTests -pl bench,cli -am
	@"$(JAVA_HOME)/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED -cp "bench/target/classes:cli/target/lib/*" dev.touchstone.bench.accuracy.Accuracy $(CHECK)

corpus:
	@.ci/step "Reading the corpora"
	@mkdir -p build/accuracy && chmod 1777 build/accuracy
	@TOUCHSTONE_CORPORA="$(CORPORA)" TOUCHSTONE_ACCURACY="$(CURDIR)/build/accuracy" \
	    $(MAVEN) -ntp test -pl formats,scanners -am -Dtest='*Corpus*Test' -Dgroups=corpus -Dexcluded.tests=

# Bills of this repository as CycloneDX's own tools make them, against ours.
cyclonedx_maven := org.cyclonedx:cyclonedx-maven-plugin:2.9.1
cyclonedx_npm := @cyclonedx/cyclonedx-npm@4.2.1

build/oracle/node_modules/.stamp:
	@mkdir -p build/oracle
	@.ci/step "Fetching $(cyclonedx_npm)" npm install --prefix build/oracle --no-save --ignore-scripts --no-audit --no-fund $(cyclonedx_npm)
	@touch $@

oracle: build/oracle/node_modules/.stamp
	@.ci/step "Bills by CycloneDX's Maven plugin" $(MAVEN) -ntp test-compile $(cyclonedx_maven):makeBom -pl server,cli -am -DincludeTestScope=true -DoutputFormat=json
	@.ci/step "Bill by CycloneDX's npm tool" build/oracle/node_modules/.bin/cyclonedx-npm --package-lock-only --output-format JSON --spec-version 1.6 --output-file build/oracle/web.json web/package.json
	@.ci/step "Comparing them with ours"
	@$(MAVEN) -ntp test -pl scanners -am -Dtest='*OracleTest' -Dgroups=oracle -Dexcluded.tests=

format:
	@$(MAVEN) -q spotless:apply

clean:
	@rm -rf build $(modules:=/target) bench/target e2e/target target web/dist samples/*-bank/*/target

help:
	@sed -n 's/^\([a-z]*\):.*/make \1/p' Makefile
