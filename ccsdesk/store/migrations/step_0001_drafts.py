"""Step 1: a visit that is not finished, and its answers one by one."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    String,
    Text,
    UniqueConstraint,
)

from ccsdesk.store.migrations.step import Step


def _up(op: Operations) -> None:
    op.create_table(
        "draft",
        Column("id", String(32), nullable=False),
        Column("slot", Integer(), nullable=False),
        Column("begun_at", DateTime(), nullable=False),
        Column("touched_at", DateTime(), nullable=False),
        Column("language", String(16), nullable=False),
        Column("mode", String(16), nullable=False),
        Column("catalogue_name", Text(), nullable=False),
        Column("catalogue_version", Text(), nullable=False),
        Column("catalogue_digest", Text(), nullable=False),
        Column("current", Text()),
        Column("name", Text()),
        Column("stage", Text()),
        Column("wishes", Text(), nullable=False),
        PrimaryKeyConstraint("id", name="pk_draft"),
        UniqueConstraint("slot", name="uq_draft_slot"),
        CheckConstraint("slot = 1", name="ck_draft_one"),
    )
    op.create_table(
        "draft_answer",
        Column("draft_id", String(32), nullable=False),
        Column("question", Text(), nullable=False),
        Column("value", Text(), nullable=False),
        PrimaryKeyConstraint("draft_id", "question", name="pk_draft_answer"),
        ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name="fk_draft_answer_draft_id", ondelete="CASCADE"
        ),
    )


STEP = Step(1, "drafts and their answers", _up)
