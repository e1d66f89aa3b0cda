# Builds profiles for employers. In a folder of profiles (`*.md`) with `employers/*.toml`, a Makefile of one line does:
#
#     include $(shell cvtex --makefile)
#
# `make -j` makes build/<profile>/<employer>.pdf for each pair, or build/<profile>.pdf where there are no employers, and
# makes again only what a change touches: profile, employer, style, picture, font, options, cvtex itself. Set before the
# include:
#
#     PROFILES    documents (default: all *.md but README.md and its kin, and those that begin with _)
#     EMPLOYERS   names for --for (default: employers/*.toml; a name that begins with _ is a base for others)
#     BUILD       folder for what is made (default: build)
#     CVTEX       the program, CVTEXFLAGS its options
#
# make parts names at spaces: names with spaces are refused here. `cvtex build` takes any name.

CVTEX ?= cvtex
CVTEXFLAGS ?=
BUILD ?= build
cvtex_pages := README CHANGELOG CONTRIBUTING LICENSE CODE_OF_CONDUCT
cvtex_found := $(wildcard *.md)
PROFILES ?= $(filter-out _% $(foreach page,$(cvtex_pages),$(page).md $(page).%.md),$(cvtex_found))
cvtex_employers := $(wildcard employers/*.toml)
EMPLOYERS ?= $(filter-out _%,$(patsubst employers/%.toml,%,$(cvtex_employers)))

# A name with a space comes as two words, of which the first at least is no file.
cvtex_no_file = $(error there is no file '$(1)'; a name with spaces can't be used with make: \
    rename the file, or use 'cvtex build')
cvtex_bad_name = $(error '$(1)' can't be used with make because of its character '$(2)': rename it, or use 'cvtex build')
cvtex_hash := \#
cvtex_comma := ,
cvtex_bad := : ; % & | < > * ? ( ) [ ] ' " ` \ $$ = ! $(cvtex_hash) $(cvtex_comma)
$(foreach file,$(cvtex_found) $(cvtex_employers) $(PROFILES),$(if $(wildcard $(file)),,$(call cvtex_no_file,$(file))))
$(foreach name,$(PROFILES) $(EMPLOYERS) $(BUILD),\
  $(foreach c,$(cvtex_bad),$(if $(findstring $(c),$(name)),$(call cvtex_bad_name,$(name),$(c)))))
ifneq ($(words $(BUILD)),1)
$(error BUILD must be one name without spaces, not '$(BUILD)')
endif

cvtex_program := $(shell command -v $(CVTEX) 2>/dev/null)
ifeq ($(cvtex_program),)
$(error there is no program '$(CVTEX)': install cvtex or set CVTEX)
endif
cvtex_empty :=
cvtex_space := $(cvtex_empty) $(cvtex_empty)
cvtex_program := $(subst $(cvtex_space),\ ,$(cvtex_program))
cvtex_names := $(patsubst %.md,%,$(PROFILES))
ifeq ($(strip $(EMPLOYERS)),)
CVTEX_PDFS := $(cvtex_names:%=$(BUILD)/%.pdf)
else
CVTEX_PDFS := $(foreach name,$(cvtex_names),$(EMPLOYERS:%=$(BUILD)/$(name)/%.pdf))
endif

.PHONY: all check clean watch
all: $(CVTEX_PDFS)

# The options of the last run: written again when they are others, which makes everything again.
cvtex_flags := $(BUILD)/.flags
ifneq ($(strip $(shell cat $(cvtex_flags) 2>/dev/null)),$(strip $(CVTEXFLAGS)))
.PHONY: cvtex_changed
$(cvtex_flags): cvtex_changed
endif
cvtex_quote := '
$(cvtex_flags):
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst $(cvtex_quote),'\'',$(CVTEXFLAGS))' >$@

# $(1): the profile's name, $(2): the employer's
define cvtex_employer_rule
$(BUILD)/$(1)/$(2).pdf: $(1).md $$(cvtex_program) $$(cvtex_flags)
	@mkdir -p $$(@D)
	$$(CVTEX) $$(CVTEXFLAGS) --for $(2) --depfile $$(@:.pdf=.d) -o $$@ $$<
endef

define cvtex_rule
$(BUILD)/$(1).pdf: $(1).md $$(cvtex_program) $$(cvtex_flags)
	@mkdir -p $$(@D)
	$$(CVTEX) $$(CVTEXFLAGS) --depfile $$(@:.pdf=.d) -o $$@ $$<
endef

$(foreach name,$(cvtex_names),\
  $(if $(strip $(EMPLOYERS)),\
    $(foreach employer,$(EMPLOYERS),$(eval $(call cvtex_employer_rule,$(name),$(employer)))),\
    $(eval $(call cvtex_rule,$(name)))))

cvtex_for := $(if $(strip $(EMPLOYERS)),--for $(subst $(cvtex_space),$(cvtex_comma),$(strip $(EMPLOYERS))))

# All checks for all employers, without output.
check:
	$(CVTEX) check $(CVTEXFLAGS) $(cvtex_for) $(PROFILES)

# Builds the same files again at each save, in one process.
watch:
	$(CVTEX) build $(CVTEXFLAGS) $(cvtex_for) --name '{id}' -o $(BUILD) --watch $(PROFILES)

clean:
	rm -rf $(BUILD)

-include $(CVTEX_PDFS:.pdf=.d)
