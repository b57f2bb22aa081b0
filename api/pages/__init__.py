"""The pages that people read: templates, texts, and what turns answers into words."""

from api.pages.rendering import lead_to, mount_static, render, render_problem

__all__ = ["lead_to", "mount_static", "render", "render_problem"]
