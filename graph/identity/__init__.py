"""Identity: which names mean the same person, body, organisation or law.

Judgements (same, different, unsure) by rules and by people, and what follows from them. Pure functions of names with
what is known of them; nothing reads or writes a store.
"""
