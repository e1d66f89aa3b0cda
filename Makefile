# A façade over CMake: everyday commands by short names. `make help` lists them.
PREFIX ?= /usr/local
JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 600
SAMPLES := $(sort $(wildcard samples/*.md))
export CTEST_OUTPUT_ON_FAILURE = 1

.DEFAULT_GOAL := build
.PHONY: help build demo samples gallery test asan golden-update fuzz bench install format tidy layers check clean deps test-deps

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' $(MAKEFILE_LIST)

build: ## build build/release/cvtex
	@cmake --preset release -DCMAKE_INSTALL_PREFIX=$(PREFIX) >/dev/null
	@cmake --build build/release -j $(JOBS)

deps: ## install the packages that building needs
	@cmake/install-packages.sh cmake/packages-build.txt

test-deps: deps ## … and those that the tests need
	@cmake/install-packages.sh cmake/packages-test.txt

demo: deps build samples ## install what is missing, build, compile samples/
	@echo "The pages are in build/samples/:"; ls build/samples/*.pdf

samples: build
	@mkdir -p build/samples
	@build/release/cvtex $(SAMPLES) -o build/samples/ -j $(JOBS)

gallery: build ## set samples/ in every style: build/gallery/*.pdf, and docs/gallery.png with a page of each
	@docs/gallery.sh build/release/cvtex build/gallery docs/gallery.png

test: test-deps ## build and run all tests
	@cmake --preset test >/dev/null
	@cmake --build build/test -j $(JOBS)
	@tests/fetch-suites.sh build/suites
	@ctest --test-dir build/test -j $(JOBS)

asan: test-deps ## unit and golden tests under the address and undefined-behaviour sanitizers
	@cmake --preset asan >/dev/null
	@cmake --build build/asan -j $(JOBS)
	@tests/fetch-suites.sh build/suites
	@ctest --test-dir build/asan -j $(JOBS) -L 'unit|golden'

golden-update: ## rewrite the expectations of the golden cases; review the diff
	@cmake --preset test >/dev/null
	@cmake --build build/test -j $(JOBS) --target golden_tests cvtex
	@build/test/tests/golden_tests --update
	@CVTEX_UPDATE=1 tests/program/pdf_snapshots.sh build/test/cvtex

fuzz: ## fuzz documents and pictures for FUZZ_SECONDS each, front matter for a fifth of it (needs clang and libclang-rt-14-dev)
	@cmake -S . -B build/fuzz -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_CXX_COMPILER=clang++ \
		-DCMAKE_BUILD_TYPE=Debug -DCVTEX_FUZZ=ON \
		-DCMAKE_CXX_FLAGS_DEBUG="-O1 -g -fsanitize=fuzzer-no-link,address,undefined" >/dev/null
	@cmake --build build/fuzz -j $(JOBS) --target fuzz_document fuzz_front_matter fuzz_image
	@tests/fuzz/make_corpus.sh build/fuzz/corpus
	@build/fuzz/tests/fuzz/fuzz_document -max_total_time=$(FUZZ_SECONDS) -max_len=65536 build/fuzz/corpus/document
	@build/fuzz/tests/fuzz/fuzz_front_matter -max_total_time=$$(($(FUZZ_SECONDS) / 5)) -max_len=4096 \
		build/fuzz/corpus/front-matter
	@build/fuzz/tests/fuzz/fuzz_image -max_total_time=$(FUZZ_SECONDS) -max_len=16384 build/fuzz/corpus/image

bench: ## run the benchmarks (needs hyperfine and libbenchmark-dev)
	@cmake --preset bench >/dev/null
	@cmake --build build/bench -j $(JOBS)
	@bench/run.sh build/bench
	@bench/people.sh build/bench

install: build ## install the program, its manual page and completions under PREFIX
	@cmake --install build/release --prefix $(PREFIX) >/dev/null
	@echo "installed $(PREFIX)/bin/cvtex"

format: ## clang-format everything
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format -i

tidy: ## clang-tidy everything
	@cmake --preset dev >/dev/null
	@git ls-files '[a-z]*/*.cpp' | grep -v -e ^tests -e ^bench | xargs -n 4 -P $(JOBS) clang-tidy -p build/dev --quiet

layers: ## check that includes follow the architecture's one direction
	@tests/check-layers.sh

check: layers test asan ## all that CI runs

clean: ## remove build/
	@rm -rf build
