# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# posts: rows of job descriptions: their tasks, and how many are on each function.
# rows.bash sources this file and has what its awk programs begin with.
# shellcheck disable=SC2154 # csv and labels are there

# Tasks and duties with the name of what they belong to: a post and its organisation, the
# team too where several teams of the organisation have a post of that name; the duties of a
# team as such.  Activities go.
name_posts() { # RECORDS
	awk "$csv"'
		FNR == 1 {
			pass++
			kind = column($0, "kind")
			organisation = column($0, "organisation")
			team = column($0, "team")
			post = column($0, "post")
			if (pass == 2)
				print $0 ",unit"
			next
		}
		field($0, kind) == "activity" { next }
		{
			whose = field($0, organisation)
			where = field($0, team)
			name = field($0, post)
		}
		pass == 1 {
			if (field($0, kind) != "job")
				next
			if ((whose, name) in first && first[whose, name] != where)
				several[whose, name] = 1
			first[whose, name] = where
			next
		}
		field($0, kind) == "duty" { name = where == "" ? "Duties" : "Duties: " where }
		field($0, kind) == "job" && ((whose, name) in several) && where != "" { name = name ", " where }
		{
			print $0 "," quoted(name " (" whose ")")
		}
		END { exit failed }' "$1" "$1"
}

# A line for each task, whatever number of lines map-to-role --multi gave it: 1 and 0 for
# each category and function, and for outside of the framework and unclear.  A text in
# another language has none of them.
tasks_of_posts() { # ROLES MAPPED
	awk "$csv"'FNR == 1 { files++ }'"$labels"'
		files == 1 { next }
		FNR == 1 {
			id = column($0, "record_id")
			kind = column($0, "kind")
			organisation = column($0, "organisation")
			unit = column($0, "unit")
			role = column($0, "found_role")
			found = column($0, "found_function")
			status = column($0, "found_status")
			line = "record_id,kind,organisation,unit,A,B,C,D,E,in_role,unclear,outside"
			for (i = 1; i <= function_count; i++)
				line = line "," functions[i]
			print line
			next
		}
		function flush(   line, i) {
			if (current == "")
				return
			line = start
			for (i = 1; i <= 8; i++)
				line = line "," (read ? marks[substr("ABCDEmuo", i, 1)] + 0 : "")
			for (i = 1; i <= function_count; i++)
				line = line "," (read ? marks[functions[i]] + 0 : "")
			print line
		}
		{
			if (field($0, id) != current) {
				flush()
				split("", marks)
				current = field($0, id)
				start = raw($0, id) "," raw($0, kind) "," raw($0, organisation) "," raw($0, unit)
			}
			state = field($0, status)
			read = state ~ /^(mapped|ambiguous|unmapped)$/
			marks[state == "mapped" ? "m" : state == "ambiguous" ? "u" : "o"] = 1
			marks[field($0, role)] = marks[field($0, found)] = 1
		}
		END {
			if (!failed)
				flush()
			exit failed
		}' "$1" "$2"
}

# The number of tasks on each function by post: wide, a column for each post or team behind
# how many posts name the function, or long, as plot draws it.
deploy_posts() { # wide|long ROLES TASKS
	how=$1 awk "$csv"'FNR == 1 { files++ }'"$labels"'
		FNR == 1 {
			kind = column($0, "kind")
			unit = column($0, "unit")
			for (i = 1; i <= function_count; i++)
				at[functions[i]] = column($0, functions[i])
			next
		}
		{
			name = field($0, unit)
			if (!(name in is_post))
				order[++count] = name
			is_post[name] = field($0, kind) == "job"
			for (i = 1; i <= function_count; i++)
				tasks[name, functions[i]] += field($0, at[functions[i]])
		}
		function print_wide(   line, i, j, posts) {
			line = "function,label,posts"
			for (i = 1; i <= count; i++)
				line = line "," quoted(order[i])
			print line
			for (j = 1; j <= function_count; j++) {
				posts = 0
				line = ""
				for (i = 1; i <= count; i++) {
					posts += is_post[order[i]] && tasks[order[i], functions[j]] > 0
					line = line "," tasks[order[i], functions[j]] + 0
				}
				print functions[j] "," quoted(label[functions[j]]) "," posts line
			}
		}
		function print_long(   i, j) {
			print "unit,period,measure,kind,value"
			for (i = 1; i <= count; i++)
				for (j = 1; j <= function_count; j++)
					print quoted(order[i]) ",all," functions[j] ",tasks," \
						tasks[order[i], functions[j]] + 0
		}
		END {
			if (!failed && ENVIRON["how"] == "wide")
				print_wide()
			else if (!failed)
				print_long()
			exit failed
		}' "$2" "$3"
}
