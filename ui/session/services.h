// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

class ReaderPool;
class StoreWriter;
class Receiver;
class Theme;
class ViewState;
class LiveFigures;
class AlertMonitor;
class Format;
class Preferences;
class ReceiverControl;
class Appearance;
class ExportQueue;
class ScheduleRunner;

/// What pages are made of: references to objects that outlive the window. Composed in main, handed to constructors.
struct Services
{
    ReaderPool &readers;
    StoreWriter &writer;
    Receiver &receiver;
    LiveFigures &feed;
    ViewState &view;
    Theme &theme;
    const Format &format;
    AlertMonitor &alerts;
    Preferences &preferences;
    ReceiverControl &control;
    Appearance &appearance;
    ExportQueue &exports;
    ScheduleRunner &schedules;
};

} // namespace callboard
