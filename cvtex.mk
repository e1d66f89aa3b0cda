# Builds profiles for employers. In a folder of profiles (`*.md`) with `employers/*.toml`, a Makefile of one line does:
#
#     include /usr/local/share/cvtex/cvtex.mk
#
# `make -j` makes build/<profile>/<employer>.pdf for each pair, or build/<profile>.pdf where there are no employers, and
# makes again only what a change touches: profile, employer, style, picture, font, cvtex itself. Set before the include:
#
#     PROFILES    documents (default: all *.md but README.md)
#     EMPLOYERS   names for --for (default: employers/*.toml; a name that begins with _ is a base for others)
#     BUILD       folder for what is made (default: build)
#     CVTEX       the program, CVTEXFLAGS its options

CVTEX ?= cvtex
CVTEXFLAGS ?=
BUILD ?= build
PROFILES ?= $(filter-out README.md README.%.md,$(wildcard *.md))
EMPLOYERS ?= $(filter-out _%,$(basename $(notdir $(wildcard employers/*.toml))))

cvtex_program := $(shell command -v $(CVTEX) 2>/dev/null)
ifeq ($(cvtex_program),)
$(error there is no program '$(CVTEX)': install cvtex or set CVTEX)
endif
cvtex_names := $(basename $(PROFILES))
ifeq ($(strip $(EMPLOYERS)),)
CVTEX_PDFS := $(cvtex_names:%=$(BUILD)/%.pdf)
else
CVTEX_PDFS := $(foreach name,$(cvtex_names),$(EMPLOYERS:%=$(BUILD)/$(name)/%.pdf))
endif

.PHONY: all check clean
all: $(CVTEX_PDFS)

# $(1): the profile's name, $(2): the employer's
define cvtex_employer_rule
$(BUILD)/$(1)/$(2).pdf: $(1).md $$(cvtex_program)
	@mkdir -p $$(@D)
	$$(CVTEX) $$(CVTEXFLAGS) --for $(2) --depfile $$(@:.pdf=.d) -o $$@ $$<
endef

define cvtex_rule
$(BUILD)/$(1).pdf: $(1).md $$(cvtex_program)
	@mkdir -p $$(@D)
	$$(CVTEX) $$(CVTEXFLAGS) --depfile $$(@:.pdf=.d) -o $$@ $$<
endef

$(foreach name,$(cvtex_names),\
  $(if $(strip $(EMPLOYERS)),\
    $(foreach employer,$(EMPLOYERS),$(eval $(call cvtex_employer_rule,$(name),$(employer)))),\
    $(eval $(call cvtex_rule,$(name)))))

# All checks for all employers, without output.
check:
	$(CVTEX) check $(CVTEXFLAGS) $(if $(strip $(EMPLOYERS)),--for all) $(PROFILES)

clean:
	rm -rf $(BUILD)

-include $(CVTEX_PDFS:.pdf=.d)
