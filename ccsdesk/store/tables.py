"""The tables as typed models; rows never leave the store.

A change here goes with a new step in `ccsdesk.store.migrations`; a test compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import CheckConstraint, DateTime, Dialect, ForeignKey, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator


class UtcInstant(TypeDecorator[datetime]):
    """An instant, aware on both sides and in UTC in the store (SQLite itself forgets the zone)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Refuse an instant without a zone; keep it in UTC."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("The store keeps aware instants only.")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Say that it is UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """All tables; constraints have names, so that a later step can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class DraftRow(Base):
    """A visit that is not finished. `slot` is always 1 and unique: there is at most one."""

    __tablename__ = "draft"
    __table_args__ = (CheckConstraint("slot = 1", name="one"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    slot: Mapped[int] = mapped_column(unique=True, default=1)
    begun_at: Mapped[datetime] = mapped_column(UtcInstant)
    touched_at: Mapped[datetime] = mapped_column(UtcInstant)
    language: Mapped[str] = mapped_column(String(16))
    mode: Mapped[str] = mapped_column(String(16))
    catalogue_name: Mapped[str] = mapped_column(Text)
    catalogue_version: Mapped[str] = mapped_column(Text)
    catalogue_digest: Mapped[str] = mapped_column(Text)
    current: Mapped[str | None] = mapped_column(Text)
    name: Mapped[str | None] = mapped_column(Text)
    stage: Mapped[str | None] = mapped_column(Text)
    wishes: Mapped[str] = mapped_column(Text)
    answers: Mapped[list[AnswerRow]] = relationship(
        cascade="all, delete-orphan", passive_deletes=True, order_by="AnswerRow.question"
    )


class AnswerRow(Base):
    """One answer of a draft, as `ccsdesk.store.codec` writes it."""

    __tablename__ = "draft_answer"

    draft_id: Mapped[str] = mapped_column(
        ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True
    )
    question: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)
