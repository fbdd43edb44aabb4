package org.spoolbot.engine.storage.sqlite;

import java.util.ArrayList;
import java.util.List;

/** What a command of the writer works with: the session, and what is to be done once the change is durable. */
final class Transaction {
    private final Session session;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    /** Runs on the writer's thread after the commit and before the caller is answered; never if the command is undone. */
    void afterCommit(Runnable effect) {
        afterCommit.add(effect);
    }

    int mark() {
        return afterCommit.size();
    }

    void forgetSince(int mark) {
        afterCommit.subList(mark, afterCommit.size()).clear();
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
