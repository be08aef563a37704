//! Sends what waits in the outbox.

use std::time::Duration;

use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor, message::Mailbox};
use store::{Store, outbox};

/// The way out for e-mail.
#[derive(Debug)]
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Post {
    /// Reads `smtp://user:password@host:port`, `smtps://…`; `from` is the sender's address.
    pub fn new(url: &str, from: &str) -> Result<Self, String> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|e| e.to_string())?
            .timeout(Some(Duration::from_secs(20)))
            .build();
        Ok(Self { transport, from: from.parse().map_err(|e| format!("{from}: {e}"))? })
    }

    /// Whether the server answers.
    pub async fn test(&self) -> Result<bool, String> {
        self.transport.test_connection().await.map_err(|e| e.to_string())
    }

    async fn send(&self, message: &outbox::Message) -> Result<(), String> {
        let to: Mailbox = message.recipient.parse().map_err(|_| "unusable address".to_owned())?;
        let mail = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&message.subject)
            .body(message.content.clone())
            .map_err(|e| e.to_string())?;
        self.transport.send(mail).await.map(|_| ()).map_err(|e| e.to_string())
    }

    /// Sends what is due, again and again; runs until dropped.
    pub async fn run(&self, store: &Store) {
        loop {
            match outbox::due(store, 20).await {
                Ok(messages) => {
                    for message in messages {
                        let outcome = self.send(&message).await;
                        if let Err(error) = outbox::settle(store, &message, outcome).await {
                            tracing::error!(%error, "outbox not settled");
                        }
                    }
                }
                Err(error) => tracing::error!(%error, "outbox not readable"),
            }
            tokio::time::sleep(Duration::from_secs(5)).await;
        }
    }
}
