// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/push/receipt_mailbox.h"

namespace callboard {

void ReceiptMailbox::deliver(const QList<Receipt> &receipts)
{
    const std::lock_guard lock(m_mutex);
    if (!m_context)
        return;
    QMetaObject::invokeMethod(
        m_context, [handler = m_handler, receipts] { handler(receipts); }, Qt::QueuedConnection);
}

void ReceiptMailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_context = nullptr;
}

} // namespace callboard
