package org.spoolbot.discord.fake;

import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** JDA's own way to connect, but to a gateway of ours and without the 5 s between two sessions. */
final class Hasty extends SessionControllerAdapter {
    private final String gateway;

    Hasty(String gateway) {
        this.gateway = gateway;
    }

    @Override
    public String getGateway() {
        return gateway;
    }

    @Override
    protected void runWorker() {
        synchronized (lock) {
            if (workerHandle == null) {
                workerHandle = new QueueWorker(0L);
                workerHandle.start();
            }
        }
    }
}
