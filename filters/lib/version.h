/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MHSW_VERSION_H
#define MHSW_VERSION_H

#define MHSW_VERSION "0.1.0"

#endif
