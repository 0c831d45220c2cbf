// base/version.h - the version of nodule: the only place that sets it.  tools/version.sh finds texts that name another.
#ifndef NODULE_BASE_VERSION_H
#define NODULE_BASE_VERSION_H

#define NODULE_VERSION "v0.2.0"

#endif
