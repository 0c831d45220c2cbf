// node/host/scripts.h - the text of node/*/*.js, embedded by tools/js2c.py.
#ifndef NODULE_NODE_HOST_SCRIPTS_H
#define NODULE_NODE_HOST_SCRIPTS_H

extern const char script_assert[], script_buffer[], script_comparisons[], script_events[], script_fs[], script_path[],
    script_package_exports[], script_parse_args[], script_perf_hooks[], script_text_codec[], script_util[];

#endif
