"""What a user does: each action is one change set, and there is no second way to write.

An entity gives its actions by name: ``people.person.add(database, family={"ko": "이"})``. Each answers with
``Done``: the value, the change set, the rows that were touched. ``.within(writing, ...)`` does the same as a
part of a larger action.
"""
